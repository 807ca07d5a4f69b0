package org.upprop.intake.form.web;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * The page after signing. It depends on what was typed and on an id that is new each time, so it tells nobody who has
 * signed before.
 *
 * @param address the mail address, masked
 * @param minutes how soon the mail is expected; nothing while nobody can say
 * @param sender the address that the mail comes from; nothing where this service was not told
 * @param code where the code of the mail is sent
 * @param hidden the whole form, for whoever wants to correct it
 * @param organisation whether an organisation has signed
 * @param list the address of the list
 * @param links where the owner of an address has the links to their signatures mailed
 * @param other the address of the form for the other kind of signatory
 * @param appeal the address of the appeal
 * @param title the appeal's, in its language
 */
public record ReceivedView(
        Frame frame,
        Words words,
        String address,
        @Nullable Long minutes,
        String publisher,
        @Nullable String sender,
        String code,
        String action,
        Map<String, String> hidden,
        boolean organisation,
        String list,
        String links,
        String other,
        String appeal,
        String title,
        Language language,
        String stylesheet)
        implements Page {

    public ReceivedView {
        hidden = Collections.unmodifiableSortedMap(new TreeMap<>(hidden));
    }
}

package org.upprop.intake.embed.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.intake.form.web.FormParts;
import org.upprop.page.web.Option;
import org.upprop.site.Language;

/**
 * All that the script needs to show an appeal's form on a page of another site, so that it holds no text itself.
 *
 * @param version the appeal's, which goes with the signature
 * @param source the site, where the appeal knows it
 * @param locale the language of the mail
 * @param notice why nobody can sign now
 * @param promises what stands beside the button
 * @param sender the address that the mail comes from; nothing where this service was not told
 * @param advice what to do when no mail comes
 * @param words sentences by what they are for
 */
record EmbeddedForm(
        String slug,
        int version,
        @Nullable String source,
        String lang,
        String dir,
        String locale,
        Text title,
        @Nullable String notice,
        ShownCount count,
        AskedConsent consent,
        List<Option> kinds,
        List<FormParts.Part> fields,
        Links links,
        List<String> promises,
        @Nullable String sender,
        List<String> advice,
        Map<String, String> words) {

    /** A text of the appeal, in the language that it is in. */
    record Text(String lang, String dir, String text) {

        static Text of(Language language, String text) {
            return new Text(language.tag(), language.dir(), text);
        }
    }

    /** What is agreed to. */
    record AskedConsent(String version, String heading, String lang, String dir, String text) {

        static AskedConsent of(Appeal appeal, Language read, String heading) {
            Map<String, String> texts = appeal.consent().text();
            Language language = texts.containsKey(read.tag()) ? read : new Language(appeal.originalLocale());
            return new AskedConsent(
                    appeal.consent().version(),
                    heading,
                    language.tag(),
                    language.dir(),
                    texts.getOrDefault(language.tag(), ""));
        }
    }

    /**
     * Where it leads, and what it loads.
     *
     * @param code what the page for the code of the mail begins with; the id of the signature follows
     * @param own where the owner of an address has the links to their signatures mailed
     */
    record Links(String page, String list, String privacy, String code, String own, String style, String proof) {}
}

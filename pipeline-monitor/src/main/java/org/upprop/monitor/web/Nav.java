package org.upprop.monitor.web;

import java.util.List;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The way from each page of the monitor to the others. */
public final class Nav {

    /** Where the pages are, each under the name of its sentence. */
    public static final List<Place> PLACES = List.of(
            new Place("flow", "/"),
            new Place("funnel", "/funnel"),
            new Place("ledger", "/ledger"),
            new Place("dead-letters", "/dead-letters"),
            new Place("brakes", "/brakes"),
            new Place("set-back", "/set-back"),
            new Place("tokens", "/tokens"),
            new Place("audit", "/audit"));

    private static final Vocabulary WORDS = Spoken.vocabulary("messages.nav");

    private Nav() {}

    /** Its words in the language of a page. */
    public static Words words(Frame frame) {
        return WORDS.in(frame.words().tag());
    }

    /** @param name the sentence that names it */
    public record Place(String name, String address) {}
}

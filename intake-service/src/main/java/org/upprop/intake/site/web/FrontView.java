package org.upprop.intake.site.web;

import java.util.List;
import org.upprop.intake.page.web.PageWords;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Language;
import org.upprop.site.Words;

/** What the page of all open appeals shows. */
public record FrontView(Frame frame, List<Item> appeals) implements Page {

    public FrontView {
        appeals = List.copyOf(appeals);
    }

    public Words words() {
        return PageWords.in(frame);
    }

    /** An appeal, in the language that the reader reads best of its own. */
    public record Item(String address, Language language, String title, String summary, String publisher) {}
}

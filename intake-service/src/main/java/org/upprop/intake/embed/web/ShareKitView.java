package org.upprop.intake.embed.web;

import java.util.List;
import org.upprop.appeal.Appeal;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Words;

/**
 * What the share kit shows.
 *
 * @param button the address of the picture
 * @param origin what a policy of the source's site must allow
 */
public record ShareKitView(
        Frame frame, Words words, Appeal.Source source, Snippets snippets, String button, String origin)
        implements Page {

    /** The custom properties that set the looks, with what they are if nobody sets them. */
    private static final List<String> STYLE = List.of(
            "--upprop-accent: #a8201a;",
            "--upprop-on-accent: #ffffff;",
            "--upprop-ground: #ffffff;",
            "--upprop-ink: #1c1b19;",
            "--upprop-quiet: #57544e;",
            "--upprop-edge: #85817a;",
            "--upprop-wrong: #a8201a;",
            "--upprop-radius: 0.375rem;",
            "--upprop-width: 40rem;",
            "--upprop-font: system-ui, sans-serif;");

    public String style() {
        return String.join("\n", STYLE);
    }

    public String origins() {
        return String.join(", ", source.origins());
    }
}

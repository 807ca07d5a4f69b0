package org.upprop.page.web;

import java.util.Optional;

/** What a page shows: its content, by a template of its own, and the frame around it. */
public interface Page {

    Frame frame();

    /** The template of what only this page has in its head. */
    default Optional<String> head() {
        return Optional.empty();
    }
}

package org.upprop.verification.recovery.web;

import java.net.URI;
import java.util.List;

/** The page of who does not say for which appeal. */
public record AppealsSheet(List<Choice> choices) {

    /**
     * One appeal.
     *
     * @param language in which it is called so
     */
    public record Choice(String title, String language, URI page) {}
}

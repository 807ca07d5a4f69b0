package org.upprop.verification.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a reviewer looks for what is listed.
 *
 * @param fault why nothing was looked for, in a sentence
 * @param more whether there is more than stands on it
 */
public record ListedSheet(
        Desk desk, String searched, @Nullable String fault, List<Line> lines, boolean more) {

    /**
     * One entry.
     *
     * @param comment what the list shows beside it
     */
    public record Line(
            String id,
            String appeal,
            Card.Shown shown,
            @Nullable String comment,
            String listedOn) {}
}

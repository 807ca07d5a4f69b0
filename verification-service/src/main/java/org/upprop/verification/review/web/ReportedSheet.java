package org.upprop.verification.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of what readers reported. */
public record ReportedSheet(Desk desk, List<Line> lines) {

    /**
     * One entry.
     *
     * @param shownComment what the list shows beside it
     * @param reasons in words, each with how often it was given
     */
    public record Line(
            String id,
            String appeal,
            Card.Shown shown,
            @Nullable String shownComment,
            List<String> reasons,
            List<String> comments,
            String age,
            String since) {}
}

package org.upprop.verification.review.web;

import java.util.List;

/** The page of what readers reported. */
public record ReportedSheet(Desk desk, List<Line> lines) {

    /**
     * One entry.
     *
     * @param reasons in words, each with how often it was given
     */
    public record Line(
            String id,
            String appeal,
            Card.Shown shown,
            List<String> reasons,
            List<String> comments,
            String age,
            String since) {}
}

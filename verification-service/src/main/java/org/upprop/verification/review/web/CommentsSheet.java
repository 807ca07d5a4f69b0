package org.upprop.verification.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of comments that wait.
 *
 * @param next where the next part begins, nothing where there is none
 * @param appeal the one that was asked for; empty where it is all of them
 */
public record CommentsSheet(
        Desk desk, List<Line> lines, @Nullable String next, String appeal) {

    /** One comment, and what the list shows of whoever wrote it. */
    public record Line(String id, String appeal, Card.Shown shown, String text, String age, String since) {}
}

package org.upprop.verification.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of what reviewers did.
 *
 * @param next before which action the next part begins, nothing where there is none
 */
public record DecidedSheet(
        Desk desk, List<Line> lines, @Nullable String next) {

    /**
     * One action.
     *
     * @param now how the signature stands now
     * @param undo what takes it back, if that is possible
     */
    public record Line(
            String action,
            String reviewer,
            String at,
            @Nullable String appeal,
            @Nullable String name,
            @Nullable String subject,
            @Nullable String reason,
            @Nullable String now,
            Desk.@Nullable Undo undo) {}
}

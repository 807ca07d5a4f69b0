package org.upprop.verification.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of decisions about many.
 *
 * @param like the signature that others are like, if that was asked for
 * @param counted how many the criterion finds, as a number; nothing where none was chosen
 * @param at when that was, where it finds any
 */
public record BulkSheet(
        Desk desk,
        Criteria criteria,
        String like,
        @Nullable String counted,
        @Nullable String at,
        List<Line> lines) {

    /** One decision about many. */
    public record Line(
            String id,
            String action,
            String about,
            String by,
            @Nullable String reason,
            String progress,
            boolean undoable) {}
}

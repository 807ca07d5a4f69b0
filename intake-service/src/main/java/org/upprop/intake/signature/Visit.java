package org.upprop.intake.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.ScreeningMark;

/**
 * What is known of a signature besides what was typed.
 *
 * @param languages what the signatory reads, as {@code Accept-Language} says it; empty if unknown
 * @param idempotencyKey what makes a second sending of the same signature have no further effect
 * @param marks what a reviewer should look at
 * @param proof names the proof of work that was given
 */
public record Visit(
        String languages,
        @Nullable String idempotencyKey,
        List<ScreeningMark> marks,
        @Nullable String proof) {

    public Visit {
        marks = List.copyOf(marks);
    }

    /** A visit of which nothing else is known. */
    public static Visit reading(String languages) {
        return new Visit(languages, null, List.of(), null);
    }
}

package org.upprop.control;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;

/**
 * A brake that is on: a value of {@code control.v1}. A null under its key takes it off.
 *
 * @param appeal what it holds; everything, if absent
 * @param level how hard it is pulled, in the unit of its kind
 * @param since when it was put on
 */
public record Brake(
        BrakeKind kind,
        @Nullable AppealSlug appeal,
        @Nullable Integer level,
        Instant since) {

    public Brake {
        Stream.of(kind, since).forEach(Objects::requireNonNull);
    }

    /** The key of its record. */
    public String key() {
        return keyOf(kind, appeal);
    }

    /** What a brake of that kind on that appeal, or on everything, is known by. */
    public static String keyOf(BrakeKind kind, @Nullable AppealSlug appeal) {
        return appeal == null ? kind.id() : kind.id() + "/" + appeal;
    }
}

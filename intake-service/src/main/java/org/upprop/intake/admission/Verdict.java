package org.upprop.intake.admission;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.ScreeningMark;

/** Whether somebody may sign now. It is never final: whoever is held gets a way through. */
public sealed interface Verdict {

    /**
     * They may.
     *
     * @param marks what a reviewer should look at
     * @param proof names the proof of work that was given, so that a second use of it is found out downstream
     */
    record Admitted(List<ScreeningMark> marks, @Nullable String proof) implements Verdict {
        public Admitted {
            marks = List.copyOf(marks);
        }
    }

    /**
     * They may when they have solved the challenge, or when it has come to its turn.
     *
     * @param challenge what to solve, or to wait for
     * @param retryAfter when the limit would let them through by itself
     */
    record Held(Challenge challenge, Duration retryAfter) implements Verdict {}
}

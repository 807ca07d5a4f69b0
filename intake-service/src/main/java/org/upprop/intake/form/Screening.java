package org.upprop.intake.form;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.upprop.signature.ScreeningMark;

/** What a form tells of whoever filled it in. It drops nothing: a mark only asks a reviewer to look. */
final class Screening {

    /** Nobody reads an appeal, and types a name and an address, in less. */
    private static final Duration LEAST = Duration.ofSeconds(3);

    private Screening() {}

    /** The marks of a form that arrives now. */
    static List<ScreeningMark> marks(SentForm form, Instant now) {
        List<ScreeningMark> marks = new ArrayList<>();
        if (!form.text(Hidden.TRAP).isBlank()) {
            marks.add(ScreeningMark.HONEYPOT);
        }
        if (isFast(form.text(Hidden.OPENED), now)) {
            marks.add(ScreeningMark.FAST);
        }
        return marks;
    }

    /** The time comes from the browser, and from the clock of another instance: one that makes no sense says nothing. */
    private static boolean isFast(String opened, Instant now) {
        try {
            long taken = Math.subtractExact(now.toEpochMilli(), Long.parseLong(opened));
            return taken >= 0 && taken < LEAST.toMillis();
        } catch (NumberFormatException | ArithmeticException odd) {
            return false;
        }
    }
}

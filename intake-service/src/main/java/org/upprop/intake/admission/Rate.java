package org.upprop.intake.admission;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many within so long, written {@code 20/1m}. All of them may come at once, and what was used comes back evenly.
 *
 * @param count 1 to 100,000,000; for a network so many times as much as for a block
 * @param per how long until all of them are back; 1 s to 7 days
 */
record Rate(long count, Duration per) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final long MOST = 100_000_000;
    private static final String RULE = "A rate is 1 to 100,000,000 within 1s to 7d";

    Rate {
        if (count < 1 || per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(RULE);
        }
    }

    /** How configuration is read. */
    public static Rate valueOf(String text) {
        String[] parts = text.strip().split("/");
        if (parts.length != 2) {
            throw new IllegalArgumentException("A rate is a count and a time, such as 20/1m");
        }
        long count = Long.parseLong(parts[0].strip());
        Duration per = DurationStyle.detectAndParse(parts[1].strip());
        if (count > MOST) {
            throw new IllegalArgumentException(RULE);
        }
        return new Rate(count, per);
    }

    Rate times(int factor) {
        // No bucket fills faster than by one a nanosecond.
        return new Rate(Math.min(count * factor, per.toNanos()), per);
    }
}

package org.upprop.intake.admission;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many within so long, written {@code 20/1m}. All of them may come at once, and what was used comes back evenly.
 *
 * @param count 1 to 100,000,000
 * @param per how long until all of them are back; 1 s to 7 days
 */
record Rate(long count, Duration per) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    Rate {
        if (count < 1 || count > 100_000_000 || per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A rate is 1 to 100,000,000 within 1s to 7d");
        }
    }

    /** How configuration is read. */
    public static Rate valueOf(String text) {
        String[] parts = text.strip().split("/");
        if (parts.length != 2) {
            throw new IllegalArgumentException("A rate is a count and a time, such as 20/1m");
        }
        return new Rate(Long.parseLong(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
    }

    Rate times(int factor) {
        return new Rate(count * factor, per);
    }
}

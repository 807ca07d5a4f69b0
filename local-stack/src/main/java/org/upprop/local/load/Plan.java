package org.upprop.local.load;

import java.time.Duration;

/**
 * Who comes when: signatories at a steady rate, whatever becomes of those who came before.
 *
 * @param perSecond how many come in a second
 * @param length how long they come
 * @param patience how long nothing may come on before the rest is given up
 */
public record Plan(String slug, int perSecond, Duration length, Duration patience) {

    private static final long SECOND = 1_000_000_000;

    int signatories() {
        return Math.toIntExact(length.toSeconds() * perSecond);
    }

    /** Nanoseconds from the beginning until this signatory comes; the first is number 0. */
    long comesAfter(int number) {
        return number * SECOND / perSecond;
    }
}

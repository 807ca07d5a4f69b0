package org.upprop.publication.list;

import java.util.stream.LongStream;

/** The totals that are worth a word: 100, 200, 500, 1,000 and so on. */
public final class Milestones {

    private static final long FIRST = 100;
    private static final long NO_MORE_PEOPLE = 10_000_000_000L;

    private Milestones() {}

    public static long[] all() {
        return LongStream.iterate(FIRST, step -> step < NO_MORE_PEOPLE, step -> step * 10)
                .flatMap(step -> LongStream.of(step, 2 * step, 5 * step))
                .toArray();
    }
}

package org.upprop.local.load;

import java.time.Duration;
import java.util.Set;

/**
 * What came back.
 *
 * @param status 0 where nothing came
 * @param after how long to wait before the next attempt
 */
record Answer(int status, Duration after, String body) {

    private static final Set<Integer> NOT_NOW = Set.of(0, 429, 502, 503, 504);

    /** Whether the same may go well later. */
    boolean isNotNow() {
        return NOT_NOW.contains(status);
    }
}

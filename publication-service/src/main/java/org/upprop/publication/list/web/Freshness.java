package org.upprop.publication.list.web;

import java.time.Duration;
import org.springframework.http.CacheControl;

/** How old a cached answer may be. */
enum Freshness {

    /**
     * At most 60 s, and 10 min while the service cannot be reached: a name that was taken back must not stay longer in
     * the caches of others.
     */
    NAMES(Duration.ofSeconds(10), Duration.ofSeconds(50), Duration.ofSeconds(590)),

    /** Numbers name nobody, so an old one is better than none. */
    COUNTS(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofDays(1));

    private final CacheControl header;
    private final Duration longest;

    Freshness(Duration fresh, Duration whileRevalidated, Duration whileAway) {
        header = CacheControl.maxAge(fresh)
                .cachePublic()
                .staleWhileRevalidate(whileRevalidated)
                .staleIfError(whileAway);
        longest = fresh.plus(whileAway);
    }

    /** Whether an answer may still be given that was last known to be true so long ago. */
    boolean allows(Duration age) {
        return age.compareTo(longest) <= 0;
    }

    CacheControl header() {
        return header;
    }
}

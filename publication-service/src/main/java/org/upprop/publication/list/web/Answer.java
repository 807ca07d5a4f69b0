package org.upprop.publication.list.web;

import java.time.Duration;
import org.upprop.publication.list.ListStates;

/** An answer as it is kept: compressed, with what it validates by and the last moment at which it was known to be true. */
final class Answer {

    private final String etag;
    private final byte[] compressed;
    private volatile long trueAt;

    /** @param trueAt {@link System#nanoTime()} before what it tells was read */
    Answer(String etag, byte[] body, long trueAt) {
        this.etag = etag;
        this.compressed = Gzip.compressed(body);
        this.trueAt = trueAt;
    }

    /** Whether it is what a list is now, as far as is known: as the last look saw it, or read after that. */
    boolean isCurrent(String now, ListStates.Look look) {
        return etag.equals(now) || trueAt - look.began() > 0;
    }

    void isTrueAt(long moment) {
        if (moment - trueAt > 0) {
            trueAt = moment;
        }
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - trueAt);
    }

    String etag() {
        return etag;
    }

    byte[] compressed() {
        return compressed;
    }

    byte[] body() {
        return Gzip.plain(compressed);
    }

    int weight() {
        return compressed.length + 100;
    }
}

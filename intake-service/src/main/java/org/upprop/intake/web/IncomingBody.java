package org.upprop.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** A body that is coming in. It is given so much time in all, however steadily its bytes come. */
final class IncomingBody {

    /** So much of a refused body is thrown away, because who is cut off while sending may lose the answer with it. */
    private static final int MOST_SKIPPED = 256 * 1024;

    private static final int PART = 8 * 1024;

    private final HttpServletRequest request;
    private final long end;

    IncomingBody(HttpServletRequest request, Duration patience) {
        this.request = request;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** What came of reading a body. */
    sealed interface Reading {

        record Whole(byte[] bytes) implements Reading {}

        record TooLarge() implements Reading {}

        record TooSlow() implements Reading {}

        /** It broke off, or is not framed as HTTP says. */
        record Broken() implements Reading {}
    }

    /** Reads it whole if it has no more than so many bytes. */
    Reading read(int limit) {
        if (!hasBody()) {
            return new Reading.Whole(new byte[0]);
        }
        if (request.getContentLengthLong() > limit) {
            return new Reading.TooLarge();
        }
        var kept = new ByteArrayOutputStream();
        try {
            byte[] part = new byte[PART];
            for (int length = next(part); length >= 0; length = next(part)) {
                kept.write(part, 0, length);
                if (kept.size() > limit) {
                    return new Reading.TooLarge();
                }
            }
            return new Reading.Whole(kept.toByteArray());
        } catch (IOException failed) {
            return isTimeout(failed) ? new Reading.TooSlow() : new Reading.Broken();
        }
    }

    /** As its head says, and a request that says neither has none (RFC 9112, section 6.3). */
    private boolean hasBody() {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Throws away what is still to come, within bounds. */
    void skip() {
        int skipped = 0;
        try {
            byte[] part = new byte[PART];
            for (int length = next(part); length >= 0 && skipped < MOST_SKIPPED; length = next(part)) {
                skipped += length;
            }
        } catch (IOException cut) {
            // It was not wanted anyway.
        }
    }

    /** Waits for one packet, not for a full part, so that the time is looked at after each packet. */
    private int next(byte[] part) throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new SocketTimeoutException();
        }
        return request.getInputStream().read(part);
    }

    private static boolean isTimeout(Throwable failed) {
        return failed instanceof SocketTimeoutException || (failed.getCause() != null && isTimeout(failed.getCause()));
    }
}

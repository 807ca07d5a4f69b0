package org.upprop.intake.admission.web;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Collection;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponseException;
import org.upprop.intake.admission.Quota;
import org.upprop.intake.admission.Verdict;
import org.upprop.intake.web.Problem;

/**
 * The answer to a client of the API that is asked for a proof or a wait: how long until it may come without either, and the
 * challenge that leads through before. Only this answer says what is left of a limit, since neighbours share a block and
 * would otherwise read in it that one of them has just signed.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/11/">RateLimit header fields for
 *     HTTP, draft 11</a>
 */
public final class TooMany {

    /** What a challenge is answered with. */
    public static final String PASS = "Upprop-Pass";

    private static final String HELP = "Send it again with the header " + PASS
            + ": the challenge's token, a colon and a nonce that solves it, or from readyAt on the token alone."
            + " Or wait as Retry-After says.";

    private TooMany() {}

    static ErrorResponseException exception(Verdict.Held held, Collection<Quota> quotas) {
        ErrorResponseException tooMany = Problem.TOO_MANY.exception(HELP);
        tooMany.getBody().setProperty("challenge", held.challenge());
        HttpHeaders headers = tooMany.getHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(held.retryAfter())));
        headers.set("RateLimit-Policy", quotas.stream().map(TooMany::policy).collect(joining(", ")));
        headers.set("RateLimit", quotas.stream().map(TooMany::limit).collect(joining(", ")));
        headers.setCacheControl("no-store");
        return tooMany;
    }

    private static String policy(Quota quota) {
        return "\"%s\";q=%d;w=%d".formatted(quota.name(), quota.count(), seconds(quota.window()));
    }

    /** While there is something left nobody has to wait for more, and then no time is said. */
    private static String limit(Quota quota) {
        String left = "\"%s\";r=%d".formatted(quota.name(), quota.left());
        return quota.left() > 0 ? left : left + ";t=" + seconds(quota.next());
    }

    /** Rounded up, so that nobody comes too early. */
    private static long seconds(Duration time) {
        return Math.max(1, time.plusNanos(999_999_999).toSeconds());
    }
}

package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many mails wait, and how fast they leave.
 *
 * @param waiting the mails that could be sent now and were not yet
 * @param longest how long the first of them has waited, counted up to a minute; zero where none waits
 * @param sentMeanwhile how many mails left in that time, of all instances
 * @param sinceLastSent how long ago the last mail left, if any did that is remembered
 */
public record MailBacklog(
        long waiting,
        Duration longest,
        long sentMeanwhile,
        @Nullable Duration sinceLastSent) {

    /** A mail that has waited for less may simply not have been looked at. */
    private static final Duration JUST_COME = Duration.ofSeconds(10);

    /**
     * From now until a mail leaves that is owed now; nothing where nobody can say.
     *
     * @param sinceServerAway how long no mail server has answered, unless one does
     * @param perSecond how many mails a second the mail servers take that answer; 0 where it is not known
     */
    Optional<Duration> expected(@Nullable Duration sinceServerAway, double perSecond) {
        if (sinceServerAway != null && !sentWithin(sinceServerAway)) {
            return Optional.empty();
        }
        if (waiting == 0) {
            return Optional.of(Duration.ZERO);
        }
        if (sentMeanwhile > 0) {
            Duration atPresentRate = longest.multipliedBy(waiting).dividedBy(sentMeanwhile);
            return Optional.of(longer(atPresentRate, atMost(perSecond)));
        }
        return longest.compareTo(JUST_COME) < 0 ? Optional.of(longer(JUST_COME, atMost(perSecond))) : Optional.empty();
    }

    private Duration atMost(double perSecond) {
        return perSecond > 0 ? Duration.ofMillis(Math.round(1_000 * waiting / perSecond)) : Duration.ZERO;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private boolean sentWithin(Duration time) {
        return sinceLastSent != null && sinceLastSent.compareTo(time) < 0;
    }
}

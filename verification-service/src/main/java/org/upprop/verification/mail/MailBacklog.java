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
     * @param sinceServerAway how long ago the mail server was last found away, if it was
     */
    Optional<Duration> expected(@Nullable Duration sinceServerAway) {
        if (sinceServerAway != null && !sentWithin(sinceServerAway)) {
            return Optional.empty();
        }
        if (waiting == 0) {
            return Optional.of(Duration.ZERO);
        }
        if (sentMeanwhile > 0) {
            return Optional.of(longest.multipliedBy(waiting).dividedBy(sentMeanwhile));
        }
        return longest.compareTo(JUST_COME) < 0 ? Optional.of(JUST_COME) : Optional.empty();
    }

    private boolean sentWithin(Duration time) {
        return sinceLastSent != null && sinceLastSent.compareTo(time) < 0;
    }
}

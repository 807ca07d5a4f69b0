package org.upprop.intake.mail;

import java.time.Duration;
import java.util.Optional;

/** How long a mail takes that is owed from now on, as the queue of the mails says. Asking it never waits. */
public interface MailExpectation {

    /** From now until a new mail leaves; nothing while nobody can say, or nobody has said for a minute. */
    Optional<Duration> now();

    /** The whole minutes within which it leaves, at least one, as people are told. */
    default Optional<Long> minutes() {
        return now().map(wait -> Math.max(1, Math.ceilDiv(wait.toSeconds(), 60)));
    }
}

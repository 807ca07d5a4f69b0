package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How long a mail takes that is owed now. It is looked up on a schedule, so that whoever asks waits for no database and
 * adds nothing to its work.
 */
@Component
public class MailOutlook {

    private static final Logger LOG = LoggerFactory.getLogger(MailOutlook.class);

    private final OwedMails mails;
    private volatile @Nullable Duration expected;
    private volatile @Nullable Long serverAwayAt;

    MailOutlook(OwedMails mails) {
        this.mails = mails;
    }

    /**
     * From now until a mail leaves that is owed now, in whole minutes and at least one, so that nobody can watch whether
     * a submission was followed by a mail. Nothing where nobody can say, as while the mail server or the database is
     * away.
     */
    public Optional<Duration> now() {
        return Optional.ofNullable(expected);
    }

    /** A sender of this instance has found the mail server away. */
    void serverIsAway() {
        serverAwayAt = System.nanoTime();
    }

    @Scheduled(fixedDelayString = "5s")
    void look() {
        Long away = serverAwayAt;
        try {
            expected = mails.backlog()
                    .expected(away == null ? null : since(away))
                    .map(MailOutlook::wholeMinutes)
                    .orElse(null);
        } catch (RuntimeException databaseAway) {
            expected = null;
            LOG.debug("The queue of mails cannot be seen", databaseAway);
        }
    }

    private static Duration wholeMinutes(Duration wait) {
        return Duration.ofMinutes(Math.max(1, Math.ceilDiv(wait.toMillis(), 60_000)));
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}

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
    private final Providers providers;
    private final Hold hold;
    private volatile @Nullable Duration expected;

    MailOutlook(OwedMails mails, Providers providers, Hold hold) {
        this.mails = mails;
        this.providers = providers;
        this.hold = hold;
    }

    /**
     * From now until a mail leaves that is owed now, in whole minutes and at least one, so that nobody can watch whether
     * a submission was followed by a mail. Nothing where nobody can say, as while a brake holds all mails, or the mail
     * servers or the database are away.
     */
    public Optional<Duration> now() {
        return exactly().map(MailOutlook::wholeMinutes);
    }

    /** The same as it was measured, for those who run the service. */
    public Optional<Duration> exactly() {
        return Optional.ofNullable(expected);
    }

    @Scheduled(fixedDelayString = "${upprop.metrics.interval:5s}")
    void look() {
        try {
            MailBacklog backlog = mails.backlog();
            expected = hold.isOn()
                    ? null
                    : backlog.expected(providers.away().orElse(null), providers.perSecond())
                            .orElse(null);
        } catch (RuntimeException databaseAway) {
            expected = null;
            LOG.debug("The queue of mails cannot be seen", databaseAway);
        }
    }

    private static Duration wholeMinutes(Duration wait) {
        return Duration.ofMinutes(Math.max(1, Math.ceilDiv(wait.toMillis(), 60_000)));
    }
}

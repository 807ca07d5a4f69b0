package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long a mail takes that is owed now. Whoever asks often gets what was seen a moment ago. */
@Component
public class MailOutlook {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final OwedMails mails;
    private @Nullable Seen seen;
    private volatile @Nullable Long serverAwayAt;

    MailOutlook(OwedMails mails) {
        this.mails = mails;
    }

    /**
     * From now until a mail leaves that is owed now, in whole minutes and at least one, so that nobody can watch whether
     * a submission was followed by a mail. Nothing where nobody can say, as while the mail server is away.
     */
    public synchronized Optional<Duration> now() {
        Seen last = seen;
        if (last == null || since(last.at()).compareTo(A_MOMENT) > 0) {
            last = new Seen(look(), System.nanoTime());
            seen = last;
        }
        return Optional.ofNullable(last.expected());
    }

    /** A sender of this instance has found the mail server away. */
    void serverIsAway() {
        serverAwayAt = System.nanoTime();
    }

    private @Nullable Duration look() {
        Long away = serverAwayAt;
        return mails.backlog()
                .expected(away == null ? null : since(away))
                .map(MailOutlook::wholeMinutes)
                .orElse(null);
    }

    private static Duration wholeMinutes(Duration wait) {
        return Duration.ofMinutes(
                Math.max(1, Math.ceilDiv(wait.toMillis(), Duration.ofMinutes(1).toMillis())));
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private record Seen(@Nullable Duration expected, long at) {}
}

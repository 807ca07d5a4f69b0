package org.upprop.verification.mail;

import java.time.Duration;
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

    /** What waits, and until when it waits; that is nothing where nobody can say, as while the mail server is away. */
    public synchronized MailForecast now() {
        Seen last = seen;
        if (last == null || since(last.at()).compareTo(A_MOMENT) > 0) {
            last = new Seen(look(), System.nanoTime());
            seen = last;
        }
        return last.forecast();
    }

    /** A sender of this instance has found the mail server away. */
    void serverIsAway() {
        serverAwayAt = System.nanoTime();
    }

    private MailForecast look() {
        Long away = serverAwayAt;
        MailBacklog backlog = mails.backlog();
        return new MailForecast(
                backlog.waiting(),
                backlog.expected(away == null ? null : since(away)).orElse(null));
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /**
     * How many mails wait, and how long a new one will.
     *
     * @param expected nothing where nobody can say
     */
    public record MailForecast(long waiting, @Nullable Duration expected) {}

    private record Seen(MailForecast forecast, long at) {}
}

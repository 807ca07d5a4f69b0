package org.upprop.intake.mail.web;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.intake.mail.MailExpectation;
import org.upprop.intake.neighbour.web.Neighbour;

/** What the queue of mails last said, for as long as that means something. */
final class AskedMailQueue implements MailExpectation {

    private static final Duration OLDEST = Duration.ofMinutes(1);

    private final Neighbour verification;
    private final Ticker ticker;
    private volatile @Nullable Said said;

    AskedMailQueue(Neighbour verification, Ticker ticker) {
        this.verification = verification;
        this.ticker = ticker;
    }

    @Override
    public Optional<Duration> now() {
        Said last = said;
        return last == null || ticker.read() - last.at() > OLDEST.toNanos()
                ? Optional.empty()
                : Optional.ofNullable(last.status().expectedSeconds()).map(Duration::ofSeconds);
    }

    void ask() {
        long asked = ticker.read();
        verification
                .ask(address -> address.path("/api/v1/mail-queue").build(), Status.class, Status.UNKNOWN)
                .ifPresent(status -> said = new Said(status, asked));
    }

    private record Said(Status status, long at) {}

    /** What is read of the queue's status. */
    record Status(@Nullable Long expectedSeconds) {

        static final Status UNKNOWN = new Status(null);
    }
}

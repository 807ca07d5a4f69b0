package org.upprop.monitor.funnel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.monitor.verification.VerificationClient;

/** Asks for the funnel and the queue of mails again and again. While verification does not answer, nothing is known. */
@Component
public class FunnelWatch {

    /** What took too long to count is not asked for again at once. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final VerificationClient verification;
    private final InstantSource clock;
    private final Map<Span, Told> told = new ConcurrentHashMap<>();
    private volatile Optional<MailQueue> mails = Optional.empty();

    FunnelWatch(VerificationClient verification, InstantSource clock) {
        this.verification = verification;
        this.clock = clock;
    }

    public Optional<MailQueue> mails() {
        return mails;
    }

    public Optional<Funnel> of(Span span) {
        return Optional.ofNullable(told.get(span)).flatMap(Told::funnel);
    }

    @Scheduled(fixedRateString = "${upprop.monitor.funnel:10s}")
    void look() {
        mails = verification.ask("/actuator/mail-queue", MailQueue.class);
        if (mails.isEmpty()) {
            told.clear();
        } else {
            for (Span span : Span.values()) {
                look(span);
            }
        }
    }

    private void look(Span span) {
        Instant now = clock.instant();
        Told last = told.get(span);
        if (last == null || !now.isBefore(last.until())) {
            Optional<Funnel> funnel = verification.ask("/actuator/funnel/" + span.id(), Funnel.class);
            told.put(span, new Told(funnel, now.plus(funnel.isPresent() ? span.lasting() : PAUSE)));
        }
    }

    /** @param funnel nothing where it took too long to count */
    private record Told(Optional<Funnel> funnel, Instant until) {}
}

package org.upprop.monitor.funnel;

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
        return Optional.ofNullable(told.get(span)).map(Told::funnel);
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
            verification
                    .ask("/actuator/funnel/" + span.id(), Funnel.class)
                    .ifPresentOrElse(
                            funnel -> told.put(span, new Told(funnel, now.plus(span.lasting()))),
                            () -> told.remove(span));
        }
    }

    private record Told(Funnel funnel, Instant until) {}
}

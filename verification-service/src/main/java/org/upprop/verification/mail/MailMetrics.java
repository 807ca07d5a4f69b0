package org.upprop.verification.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The queue of mails and the providers in numbers; what the database knows is looked up on a schedule. */
@Component
class MailMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(MailMetrics.class);

    private final OwedMails mails;
    private final MeterRegistry meters;
    private volatile OwedMails.@Nullable Size seen;

    MailMetrics(OwedMails mails, Providers providers, MailOutlook outlook, Hold hold, MeterRegistry meters) {
        this.mails = mails;
        this.meters = meters;
        queue("due", OwedMails.Size::due);
        queue("leaving", OwedMails.Size::leaving);
        queue("failed", OwedMails.Size::failed);
        queue("capped", OwedMails.Size::capped);
        Gauge.builder("upprop.mail.oldest", () -> known(size -> size.oldest().toSeconds()))
                .baseUnit("seconds")
                .description("How long the first mail has been owed")
                .register(meters);
        Gauge.builder("upprop.mail.expected", outlook, MailMetrics::seconds)
                .baseUnit("seconds")
                .description("How long until the queue is empty; not a number while nobody can say")
                .register(meters);
        Gauge.builder("upprop.mail.held", hold, brake -> brake.isOn() ? 1 : 0)
                .description("1 while a brake holds all mails")
                .register(meters);
        providers.gates().forEach(this::provider);
    }

    @Scheduled(fixedDelayString = "${upprop.metrics.interval:5s}")
    void look() {
        try {
            seen = mails.size();
        } catch (RuntimeException databaseAway) {
            seen = null;
            LOG.debug("The queue of mails cannot be counted", databaseAway);
        }
    }

    private void queue(String state, ToDoubleFunction<OwedMails.Size> count) {
        Gauge.builder("upprop.mail.queue", () -> known(count))
                .tag("state", state)
                .description("Mails that are owed")
                .register(meters);
    }

    private void provider(Gate gate) {
        Tags tags = Tags.of("provider", gate.provider().name());
        Gauge.builder("upprop.mail.provider.up", gate, known -> known.awaySince() == null ? 1 : 0)
                .tags(tags)
                .description("1 unless its server was found away")
                .register(meters);
        Gauge.builder("upprop.mail.provider.in.flight", gate, Gate::inFlight)
                .tags(tags)
                .description("Mails on their way to it from this instance")
                .register(meters);
        Gauge.builder(
                        "upprop.mail.provider.limit",
                        gate,
                        known -> known.provider().perSecond())
                .tags(tags)
                .description("How many mails a second it takes")
                .register(meters);
    }

    private double known(ToDoubleFunction<OwedMails.Size> number) {
        OwedMails.Size size = seen;
        return size == null ? Double.NaN : number.applyAsDouble(size);
    }

    private static double seconds(MailOutlook outlook) {
        return outlook.exactly().map(time -> time.toMillis() / 1_000.0).orElse(Double.NaN);
    }
}

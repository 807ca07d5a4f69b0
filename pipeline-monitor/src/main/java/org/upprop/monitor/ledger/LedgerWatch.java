package org.upprop.monitor.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.monitor.flow.PartitionFlow;
import org.upprop.monitor.flow.PipelineWatch;
import org.upprop.monitor.flow.Stage;
import org.upprop.monitor.verification.VerificationClient;

/** Asks for the ledger again and again, and lays it beside the topics. Any instance of verification tells all of it. */
@Component
public class LedgerWatch {

    private final PipelineWatch pipeline;
    private final InstantSource clock;
    private final VerificationClient verification;
    private volatile Optional<Balance> present = Optional.empty();

    LedgerWatch(VerificationClient verification, PipelineWatch pipeline, InstantSource clock, MeterRegistry meters) {
        this.verification = verification;
        this.pipeline = pipeline;
        this.clock = clock;
        gauge(meters, "upprop.ledger.lost", "Records and submissions of which nobody knows what became", Balance::lost);
        gauge(meters, "upprop.ledger.in.flight", "Records that are not in the ledger yet", Balance::inFlight);
    }

    /** The last one, if verification answered when it was asked last. */
    public Optional<Balance> balance() {
        return present;
    }

    @Scheduled(fixedRateString = "${upprop.monitor.ledger:10s}")
    void look() {
        Instant now = clock.instant();
        // The ends of the topics first: what is counted later is in flight no more.
        List<PartitionFlow> partitions = pipeline.pipeline()
                .map(flow -> flow.of(Stage.VERIFICATION).partitions())
                .orElse(List.of());
        present = verification.ask("/actuator/ledger", Sheet.class).map(sheet -> Balance.of(now, sheet, partitions));
    }

    private void gauge(MeterRegistry meters, String name, String description, ToLongFunction<Balance> number) {
        Gauge.builder(
                        name,
                        this,
                        watch -> watch.balance()
                                .map(balance -> (double) number.applyAsLong(balance))
                                .orElse(Double.NaN))
                .description(description)
                .register(meters);
    }
}

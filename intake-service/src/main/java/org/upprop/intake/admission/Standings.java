package org.upprop.intake.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.upprop.appeal.AppealSlug;
import org.upprop.visit.Visitor;
import org.upprop.visit.Visitor.Origin;

/**
 * Where every visitor and every appeal stands at this instance. How many origins are remembered is bounded: whoever comes
 * with more of them pushes out those that came least, which then start anew, as any further address of theirs would.
 */
@Component
final class Standings {

    private static final int MOST_APPEALS = 10_000;
    private static final Duration APPEAL_REMEMBERED = Duration.ofHours(1);

    private final Allowance.Limits blockLimits;
    private final Allowance.Limits networkLimits;
    private final Rate budget;
    private final InstantSource clock;
    private final Cache<Origin, Allowance> origins;
    private final Cache<AppealSlug, Heat> appeals;

    Standings(AdmissionProperties properties, InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        budget = properties.budget();
        blockLimits = new Allowance.Limits(
                properties.burst(),
                properties.sustained(),
                properties.solved(),
                properties.turns().pace(),
                properties.turns().rate(),
                clock);
        networkLimits = blockLimits.times(properties.networkFactor());
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        origins = Caffeine.newBuilder()
                .maximumSize(properties.memory().origins())
                .expireAfterAccess(blockLimits.longest())
                .ticker(ticker)
                .build();
        appeals = Caffeine.newBuilder()
                .maximumSize(MOST_APPEALS)
                .expireAfterAccess(APPEAL_REMEMBERED)
                .ticker(ticker)
                .build();
        Gauge.builder("upprop.admission.origins", origins, Cache::estimatedSize)
                .description("Address blocks and networks whose use is remembered")
                .register(meters);
    }

    Standing of(Visitor visitor) {
        Allowance block = origins.get(visitor.block(), origin -> new Allowance(blockLimits));
        Origin network = visitor.network();
        return new Standing(
                network == null
                        ? List.of(block)
                        : List.of(block, origins.get(network, origin -> new Allowance(networkLimits))));
    }

    Heat of(AppealSlug appeal) {
        return appeals.get(appeal, slug -> new Heat(budget, clock));
    }

    /** What is remembered, once what is too much has been forgotten. */
    long remembered() {
        origins.cleanUp();
        return origins.estimatedSize();
    }
}

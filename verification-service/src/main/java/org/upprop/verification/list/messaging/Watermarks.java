package org.upprop.verification.list.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.event.Topics;
import org.upprop.signature.Watermark;
import org.upprop.verification.list.Progress;
import org.upprop.verification.list.RelayProperties;

/**
 * Writes on each partition from time to time how far the list was told. What one says holds for good, so it does no harm
 * if a relay that was paused says it late or another one says it again.
 */
@Component
class Watermarks {

    private final Progress progress;
    private final RelayProperties properties;

    private boolean told = true;
    private @Nullable Long last;
    private volatile @Nullable Instant written;

    Watermarks(Progress progress, RelayProperties properties, MeterRegistry meters, InstantSource clock) {
        this.progress = progress;
        this.properties = properties;
        TimeGauge.builder("upprop.relay.watermark.age", this, TimeUnit.SECONDS, marks -> marks.age(clock.instant()))
                .description("How far behind the present the last watermark of this instance is, while it is active")
                .register(meters);
    }

    /**
     * Follows what was told with watermarks, where it is time for them.
     *
     * @param changes how many entries were told just now, each of them acknowledged and marked as told
     */
    void follow(int changes, RelayProducer producer) {
        told |= changes > 0;
        if (!isTime()) {
            return;
        }
        last = System.nanoTime();
        progress.look().ifPresent(state -> {
            producer.mark(IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
                    .mapToObj(partition -> new Watermark(partition, state.before(), state.due())));
            told = false;
            written = state.before();
        });
    }

    /** Another instance may write them now; whoever begins to begins with one. */
    void leave() {
        told = true;
        last = null;
        written = null;
    }

    private boolean isTime() {
        Long since = last;
        Duration every = told ? properties.watermark() : properties.idleWatermark();
        return since == null || System.nanoTime() - since >= every.toNanos();
    }

    private double age(Instant now) {
        Instant at = written;
        return at == null ? Double.NaN : Duration.between(at, now).toMillis() / 1_000.0;
    }
}

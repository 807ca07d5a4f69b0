package org.upprop.monitor.deadletter.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.DeadLetterBook;
import org.upprop.monitor.deadletter.Fate;
import org.upprop.monitor.deadletter.Kind;

/** How many dead letters there are, for alerts; not a number until all are read. */
@Component
class DeadLetterMetrics implements MeterBinder {

    private final DeadLetterBook book;
    private final DeadLetterFollower follower;

    DeadLetterMetrics(DeadLetterBook book, DeadLetterFollower follower) {
        this.book = book;
        this.follower = follower;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String topic : RepairTopics.ORIGINALS) {
            for (String reason : DeadLetter.REASONS) {
                for (Fate fate : Fate.values()) {
                    gauge(meters, new Kind(topic, reason, fate));
                }
            }
        }
    }

    private void gauge(MeterRegistry meters, Kind kind) {
        Gauge.builder("upprop.dead.letters", book, all -> follower.isComplete() ? all.count(kind) : Double.NaN)
                .description("Records that were set aside and that their topic still has")
                .tag("topic", kind.topic())
                .tag("reason", kind.reason())
                .tag("state", kind.fate().id())
                .register(meters);
    }
}

package org.upprop.monitor.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The flow as numbers, for alerts. What is not known is not a number, and what never ends is infinite. */
@Component
class FlowMetrics implements MeterBinder {

    private final PipelineWatch watch;
    private final Cluster cluster;
    private final InstantSource clock;

    FlowMetrics(PipelineWatch watch, Cluster cluster, InstantSource clock) {
        this.watch = watch;
        this.cluster = cluster;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Stage stage : Stage.values()) {
            gauge(
                    meters,
                    stage,
                    "upprop.stage.in",
                    "Records written to its topics, a second",
                    flow -> flow.rates().in());
            gauge(
                    meters,
                    stage,
                    "upprop.stage.out",
                    "Records that it reads, a second",
                    flow -> flow.rates().out());
            gauge(
                    meters,
                    stage,
                    "upprop.stage.lag",
                    "Records that it has not read",
                    flow -> flow.rates().unread());
            gauge(
                    meters,
                    stage,
                    "upprop.stage.lag.seconds",
                    "The age of the oldest record that it has not read",
                    flow -> seconds(flow.rates().behind(), Double.NaN));
            gauge(
                    meters,
                    stage,
                    "upprop.stage.drain.seconds",
                    "How long until it has read all, at these rates",
                    flow -> seconds(flow.rates().drain(), Double.POSITIVE_INFINITY));
            gauge(
                    meters,
                    stage,
                    "upprop.stage.retention.headroom.seconds",
                    "How long until retention may delete a record that it has not read",
                    flow -> seconds(
                            flow.headroom(), flow.rates().behind() == null ? Double.NaN : Double.POSITIVE_INFINITY));
            gauge(meters, stage, "upprop.stage.members", "Members of its consumer group", StageFlow::members);
            for (Verdict verdict : Verdict.values()) {
                Gauge.builder(
                                "upprop.stage.partitions",
                                watch,
                                present -> number(present, stage, flow -> flow.with(verdict)))
                        .description("Partitions by how the stage does with them")
                        .tag("stage", stage.id())
                        .tag("verdict", verdict.id())
                        .register(meters);
            }
        }
        for (Broker.State state : Broker.State.values()) {
            Gauge.builder("upprop.brokers", cluster, present -> brokers(present, state))
                    .description("Brokers by how they do")
                    .tag("state", state.id())
                    .register(meters);
        }
        Gauge.builder("upprop.monitor.look.age.seconds", watch, this::age)
                .description("How long ago the broker was looked at")
                .register(meters);
    }

    private void gauge(
            MeterRegistry meters, Stage stage, String name, String description, ToDoubleFunction<StageFlow> number) {
        Gauge.builder(name, watch, present -> number(present, stage, number))
                .description(description)
                .tag("stage", stage.id())
                .register(meters);
    }

    private static double brokers(Cluster present, Broker.State state) {
        return present.brokers().stream()
                .filter(broker -> broker.state() == state)
                .count();
    }

    private double age(PipelineWatch present) {
        return present.pipeline()
                .map(pipeline -> seconds(Duration.between(pipeline.asOf(), clock.instant()), Double.NaN))
                .orElse(Double.NaN);
    }

    private static double number(PipelineWatch present, Stage stage, ToDoubleFunction<StageFlow> number) {
        return present.pipeline()
                .map(pipeline -> number.applyAsDouble(pipeline.of(stage)))
                .orElse(Double.NaN);
    }

    private static double seconds(@Nullable Duration duration, double otherwise) {
        return duration == null ? otherwise : duration.toMillis() / 1_000.0;
    }
}

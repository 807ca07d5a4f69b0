package org.upprop.monitor.flow.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.flow.Broker;
import org.upprop.monitor.flow.Broker.Disk;
import org.upprop.monitor.flow.PartitionFlow;
import org.upprop.monitor.flow.Pipeline;
import org.upprop.monitor.flow.Rates;
import org.upprop.monitor.flow.StageFlow;

/**
 * The flow through all stages.
 *
 * @param asOf when the broker was looked at
 * @param broker {@code up}, or {@code away} if it did not answer since
 */
record PipelineJson(Instant asOf, String broker, String verdict, List<BrokerJson> brokers, List<StageJson> stages) {

    static PipelineJson of(Pipeline pipeline, boolean brokerAnswers, List<Broker> brokers) {
        return new PipelineJson(
                pipeline.asOf(),
                brokerAnswers ? "up" : "away",
                pipeline.verdict().id(),
                brokers.stream().map(BrokerJson::of).toList(),
                pipeline.stages().stream().map(StageJson::of).toList());
    }

    /**
     * @param diskBytes the size of its disk that has the least left; null while that is not known
     * @param diskFreeBytes what is left of it
     */
    record BrokerJson(
            int id,
            String state,
            @Nullable Long diskBytes,
            @Nullable Long diskFreeBytes) {

        static BrokerJson of(Broker broker) {
            Disk disk = broker.disk();
            return new BrokerJson(
                    broker.id(),
                    broker.state().id(),
                    disk == null ? null : disk.total(),
                    disk == null ? null : disk.free());
        }
    }

    /**
     * @param inPerSecond records written to its topics
     * @param outPerSecond records that it read
     * @param lag records that are not read yet
     * @param lagSeconds the age of the oldest of these; 0 if there is none, null while it is not known
     * @param drainSeconds how long until there is none, at these rates; null for never
     * @param headroomSeconds how long until retention may delete one of them; null if there is none, if none is ever deleted,
     *     or while it is not known
     */
    record StageJson(
            String stage,
            String group,
            int members,
            String verdict,
            double inPerSecond,
            double outPerSecond,
            long lag,
            @Nullable Double lagSeconds,
            @Nullable Double drainSeconds,
            @Nullable Double headroomSeconds,
            List<PartitionJson> partitions) {

        static StageJson of(StageFlow flow) {
            Rates rates = flow.rates();
            return new StageJson(
                    flow.stage().id(),
                    flow.stage().group(),
                    flow.members(),
                    flow.verdict().id(),
                    tenths(rates.in()),
                    tenths(rates.out()),
                    rates.unread(),
                    seconds(rates.behind()),
                    seconds(rates.drain()),
                    seconds(flow.headroom()),
                    flow.partitions().stream()
                            .map(partition -> PartitionJson.of(partition, flow))
                            .toList());
        }
    }

    /**
     * @param next the offset that the stage reads next
     * @param end the offset that the next record will have
     * @param reason why the verdict is not {@code ok}
     * @param reader the member of the group that reads it
     * @param hot whether it gets more than twice its even share of its topic
     */
    record PartitionJson(
            String topic,
            int partition,
            String verdict,
            @Nullable String reason,
            @Nullable String reader,
            long first,
            long next,
            long end,
            double inPerSecond,
            double outPerSecond,
            long lag,
            @Nullable Double lagSeconds,
            @Nullable Double drainSeconds,
            @Nullable Double headroomSeconds,
            boolean hot) {

        static PartitionJson of(PartitionFlow flow, StageFlow stage) {
            Rates rates = flow.rates();
            return new PartitionJson(
                    flow.id().topic(),
                    flow.id().partition(),
                    flow.verdict().id(),
                    flow.reason() == null ? null : flow.reason().id(),
                    flow.reader(),
                    flow.first(),
                    flow.next(),
                    flow.end(),
                    tenths(rates.in()),
                    tenths(rates.out()),
                    rates.unread(),
                    seconds(rates.behind()),
                    seconds(rates.drain()),
                    seconds(flow.headroom()),
                    stage.isHot(flow));
        }
    }

    static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : Math.max(0, duration.toMillis() / 1_000.0);
    }

    static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }
}

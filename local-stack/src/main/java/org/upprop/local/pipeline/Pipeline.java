package org.upprop.local.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The flow through all stages, as the monitor told it. */
public record Pipeline(String json, Flow flow) {

    private static final Set<String> FLOWING = Set.of("ok", "slow");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** @throws JacksonException if it is something else */
    static Pipeline of(String json) {
        return new Pipeline(json, JSON.readValue(json, Flow.class));
    }

    /** Whether all stages come on, as far as anybody can tell now. */
    public boolean flows() {
        return flow.brokerAnswers() && FLOWING.contains(flow.verdict());
    }

    /** @param asOf when the broker answered last */
    record Flow(Instant asOf, String broker, String verdict, List<Broker> brokers, List<Stage> stages) {

        boolean brokerAnswers() {
            return broker.equals("up");
        }
    }

    /**
     * @param diskBytes the size of its disk that has the least left; null while that is not known
     * @param diskFreeBytes what is left of it
     */
    record Broker(
            int id,
            String state,
            @Nullable Long diskBytes,
            @Nullable Long diskFreeBytes) {}

    /**
     * @param lagSeconds null while it is not known
     * @param drainSeconds null for never
     * @param headroomSeconds how long until retention may delete unread records; null if none is in danger, as far as is known
     */
    record Stage(
            String stage,
            int members,
            String verdict,
            double inPerSecond,
            double outPerSecond,
            long lag,
            @Nullable Double lagSeconds,
            @Nullable Double drainSeconds,
            @Nullable Double headroomSeconds,
            List<Partition> partitions) {}

    record Partition(
            String topic,
            int partition,
            String verdict,
            @Nullable String reason,
            @Nullable String reader,
            long lag,
            boolean hot) {

        /** Whether there is something to say of it. */
        boolean standsOut() {
            return hot || !verdict.equals("ok");
        }
    }
}

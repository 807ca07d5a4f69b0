package org.upprop.monitor.flow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.json.JacksonTester;
import org.upprop.event.Topics;
import org.upprop.monitor.flow.Broker;
import org.upprop.monitor.flow.PartitionFlow;
import org.upprop.monitor.flow.PartitionId;
import org.upprop.monitor.flow.Pipeline;
import org.upprop.monitor.flow.Rates;
import org.upprop.monitor.flow.Stage;
import org.upprop.monitor.flow.StageFlow;
import org.upprop.monitor.flow.Verdict;

@JsonTest
class PipelineJsonTests {

    private static final Instant AS_OF = Instant.parse("2022-01-12T10:00:00Z");

    @Autowired
    private JacksonTester<PipelineJson> json;

    @Test
    void tellsWhatOthersRelyOn() throws Exception {
        PartitionFlow slow = new PartitionFlow(
                new PartitionId(Topics.SUBMITTED, 3),
                5,
                120,
                60,
                new Rates(4.25, 1.04, 60, Duration.ofMillis(61_500)),
                Duration.ofMillis(604_738_500),
                34,
                Verdict.SLOW,
                PartitionFlow.Reason.FALLS_BEHIND,
                "verification-service-1/10.0.0.7");
        Pipeline pipeline = new Pipeline(AS_OF, List.of(new StageFlow(Stage.VERIFICATION, 2, List.of(slow))));
        List<Broker> brokers =
                List.of(new Broker(1, true, new Broker.Disk(1_000, 60, false)), new Broker(2, false, null));

        assertThat(json.write(PipelineJson.of(pipeline, true, brokers))).isStrictlyEqualToJson("""
                {
                  "asOf": "2022-01-12T10:00:00Z",
                  "broker": "up",
                  "verdict": "slow",
                  "brokers": [
                    {"id": 1, "state": "disk-low", "diskBytes": 1000, "diskFreeBytes": 60},
                    {"id": 2, "state": "lost", "diskBytes": null, "diskFreeBytes": null}
                  ],
                  "stages": [
                    {
                      "stage": "verification",
                      "group": "verification-service",
                      "members": 2,
                      "verdict": "slow",
                      "inPerSecond": 4.3,
                      "outPerSecond": 1.0,
                      "lag": 60,
                      "lagSeconds": 61.5,
                      "drainSeconds": null,
                      "headroomSeconds": 604738.5,
                      "partitions": [
                        {
                          "topic": "signatures.submitted.v1",
                          "partition": 3,
                          "verdict": "slow",
                          "reason": "falls-behind",
                          "reader": "verification-service-1/10.0.0.7",
                          "first": 5,
                          "next": 60,
                          "end": 120,
                          "inPerSecond": 4.3,
                          "outPerSecond": 1.0,
                          "lag": 60,
                          "lagSeconds": 61.5,
                          "drainSeconds": null,
                          "headroomSeconds": 604738.5,
                          "hot": false
                        }
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void tellsThatTheBrokerIsAwayAndWhatIsNotKnown() throws Exception {
        PartitionFlow unknown = new PartitionFlow(
                new PartitionId(Topics.VERIFIED, 0), 0, 9, 8, new Rates(0, 2, 1, null), null, 0, Verdict.OK, null, "a");
        Pipeline pipeline = new Pipeline(AS_OF, List.of(new StageFlow(Stage.PUBLICATION, 1, List.of(unknown))));

        assertThat(json.write(PipelineJson.of(pipeline, false, List.of())))
                .hasJsonPathStringValue("$.broker", "away")
                .hasEmptyJsonPathValue("$.stages[0].lagSeconds")
                .hasEmptyJsonPathValue("$.stages[0].headroomSeconds")
                .extractingJsonPathNumberValue("$.stages[0].drainSeconds")
                .isEqualTo(0.5);
    }
}

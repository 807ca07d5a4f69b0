package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.PATIENCE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith({StackUnderTest.Shared.class, OutputCaptureExtension.class})
class TopicsIT {

    private final String monitor;

    TopicsIT(StackUnderTest stack) {
        monitor = "--monitor=http://localhost:" + stack.ports().monitor();
    }

    @Test
    void showsThatBothStagesReadWhatComes(CapturedOutput output) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(Upprop.execute("topics", monitor, "--once", "--json")).isZero();
            JsonNode pipeline = JsonMapper.shared()
                    .readTree(output.getOut().lines().toList().getLast());
            assertThat(pipeline.path("stages").valueStream())
                    .extracting(
                            stage -> stage.path("stage").asString(),
                            stage -> stage.path("verdict").asString(),
                            stage -> stage.path("members").asInt() > 0,
                            stage -> stage.path("partitions").size())
                    .containsExactly(tuple("verification", "ok", true, 24), tuple("publication", "ok", true, 24));
        });

        assertThat(Upprop.execute("topics", monitor, "--once")).isZero();
        assertThat(output.getOut()).containsPattern("verification ok .*\\Rpublication  ok ");
    }
}

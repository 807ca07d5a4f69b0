package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith({StackUnderTest.Shared.class, OutputCaptureExtension.class})
class LoadIT {

    private final StackUnderTest stack;
    private final Campaign campaign;

    LoadIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void bringsEverybodyToTheListOnce(CapturedOutput output) {
        assertThat(load(mails(""), own(), "--rate=10", "--duration=5", "--json"))
                .isZero();

        JsonNode report =
                JsonMapper.shared().readTree(output.getOut().lines().toList().getLast());
        assertThat(report.path("came").asInt()).isEqualTo(50);
        assertThat(report.path("listed").asInt()).isEqualTo(50);
        assertThat(report.path("answers").path("202").asInt()).isEqualTo(50);
        assertThat(campaign.count().path("total").asInt()).isEqualTo(50);
    }

    @Test
    void tellsWhoIsNotOnTheList(CapturedOutput output) {
        assertThat(load(mails("not-"), own(), "--rate=2", "--duration=1", "--patience=5"))
                .isEqualTo(1);
        assertThat(output.getOut())
                .containsPattern("accepted +2\\R")
                .containsPattern("on the list +0\\R")
                .doesNotContain("all were on the list");
    }

    @Test
    void tellsWhatItCouldNotRead(CapturedOutput output) {
        String noJson =
                "--mails=http://localhost:%d/?to=".formatted(stack.ports().mailbox());
        assertThat(load(noJson, own(), "--rate=1", "--duration=1", "--patience=5"))
                .isEqualTo(1);
        assertThat(output.getOut()).containsPattern("StreamReadException.* 1\\R");
    }

    @Test
    void refusesAnAppealThatIsNotThere(CapturedOutput output) {
        assertThat(load(mails(""), "--rate=1", "--duration=1", "--appeal=nobody-wrote-it"))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("There is no appeal nobody-wrote-it", "publish it first");
    }

    @Test
    void refusesToFillAListThatIsNotOfThisMachine(CapturedOutput output) {
        assertThat(Upprop.execute("load", "--rate=1", "--duration=1", "--url=https://appeal.example.org"))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("appeal.example.org", "--yes");
    }

    private String own() {
        return "--appeal=" + campaign.slug();
    }

    private String mails(String beginning) {
        return "--mails=http://localhost:%d/api/v1/mails?to=%s"
                .formatted(stack.ports().mailbox(), beginning);
    }

    private int load(String... options) {
        List<String> command = new ArrayList<>(List.of(
                "load",
                "--intake=http://localhost:" + stack.ports().intake(),
                "--publication=http://localhost:" + stack.ports().publication(),
                "--monitor=http://localhost:" + stack.ports().monitor(),
                "--token=" + stack.token()));
        command.addAll(List.of(options));
        return Upprop.execute(command.toArray(String[]::new));
    }
}

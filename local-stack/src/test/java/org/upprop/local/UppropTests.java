package org.upprop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UppropTests {

    @Test
    void explainsItselfWhenNothingIsAsked(CapturedOutput output) {
        assertThat(Upprop.execute()).isZero();
        assertThat(output)
                .contains(
                        "demo", "up", "publish", "rebuild", "archive", "load", "topics", "redrive", "doctor", "backup",
                        "restore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "publish", "rebuild", "load", "redrive", "backup", "restore"})
    void explainsEachCommand(String command, CapturedOutput output) {
        assertThat(Upprop.execute(command, "--help")).isZero();
        assertThat(output).contains("upprop " + command, "--data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"make", "list", "revoke"})
    void explainsWhatCanBeDoneWithTokens(String command, CapturedOutput output) {
        assertThat(Upprop.execute("token", command, "--help")).isZero();
        assertThat(output).contains("upprop token " + command, "--monitor", "--token", "--data");
    }

    @Test
    void explainsHowToArchive(CapturedOutput output) {
        assertThat(Upprop.execute("archive", "--help")).isZero();
        assertThat(output).contains("upprop archive", "SLUG", "--to", "--open");
    }

    @Test
    void explainsHowToLookAtAServer(CapturedOutput output) {
        assertThat(Upprop.execute("doctor", "--help")).isZero();
        assertThat(output).contains("upprop doctor", "--env", "--dns", "--dkim", "--send-test", "--json");
    }

    @Test
    void refusesWhatItDoesNotKnow(CapturedOutput output) {
        assertThat(Upprop.execute("down")).isEqualTo(2);
        assertThat(output.getErr()).contains("down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-h", "--help"})
    void namesItsCommandsWhereNothingIsBuilt(String arguments, @TempDir Path emptyProject) throws Exception {
        Path script = Files.copy(Path.of("..", "upprop"), emptyProject.resolve("upprop"));

        Process process = new ProcessBuilder("sh", "-c", script + " " + arguments)
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines().map(line -> line.strip().split(" ")[0]))
                .containsAll(Upprop.commands().getSubcommands().keySet());
    }

    @Test
    void archivesNothingOfASiteWithoutAnAddress(CapturedOutput output) {
        assertThat(Upprop.execute("archive", "upprop", "--url", "localhost:8083"))
                .isEqualTo(2);
        assertThat(output.getErr().lines())
                .containsExactly("localhost:8083/appeals/upprop/signatories is no address of a site.");
        assertThat(Upprop.execute("archive", "../upprop")).isEqualTo(2);
    }

    @Test
    void saysInOneLineWhatTheUserCanMend(@TempDir Path folder, CapturedOutput output) {
        assertThat(Upprop.execute("publish", folder.toString())).isEqualTo(2);
        assertThat(output.getErr().lines()).containsExactly("%s is no appeal: it has no appeal.yaml".formatted(folder));
    }
}

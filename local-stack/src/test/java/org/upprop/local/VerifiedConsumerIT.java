package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.local.stack.Ports;
import org.upprop.local.stack.StackUnderTest;

/** The example of a consumer, as the contract says that it is run. */
@ExtendWith(StackUnderTest.Shared.class)
class VerifiedConsumerIT {

    private static final Path JAR = Path.of("..", "examples", "verified-consumer", "target", "verified-consumer.jar");

    @TempDir
    private Path folder;

    private final Ports ports;
    private final Campaign campaign;

    VerifiedConsumerIT(StackUnderTest stack) {
        this.ports = stack.ports();
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void keepsTheNamesOfThePublicListAndThoseThatAreTakenBackNoLonger() throws Exception {
        campaign.sign(Campaign.person("Айгүл Әбенова", "aigul@example.org"), "full");
        campaign.sign(Campaign.person("Early Withdrawn", "early@example.org"), "full");
        campaign.sign(Campaign.person("Nobody Sees", "hidden@example.org"), "hidden");
        campaign.awaitNames("Айгүл Әбенова", "Early Withdrawn");
        campaign.withdraw(campaign.linkSentTo("early@example.org"));
        campaign.awaitNames("Айгүл Әбенова");
        Path output = folder.resolve("consumer.txt");
        Process consumer = consumer(output);
        try {
            awaitNames(output, 2);
            assertThat(Files.readString(output)).doesNotContain("Early", "Nobody");

            campaign.sign(Campaign.person("Siobhán Ní Mhurchú", "siobhan@example.org"), "full");
            campaign.sign(Campaign.person("Late Withdrawn", "late@example.org"), "initials");
            campaign.awaitNames("Айгүл Әбенова", "Siobhán Ní Mhurchú", "L. W.");
            awaitNames(output, 4);

            campaign.withdraw(campaign.linkSentTo("late@example.org"));
            campaign.awaitNames("Айгүл Әбенова", "Siobhán Ní Mhurchú");
            awaitNames(output, 3);
        } finally {
            consumer.destroy();
        }
    }

    /** Waits until what was printed comes to the names of the list, and to its count. */
    private void awaitNames(Path output, int signed) {
        await().atMost(Campaign.PATIENCE).untilAsserted(() -> {
            List<String> lines = Files.readAllLines(output);
            List<String> names = new ArrayList<>();
            for (String line : lines) {
                if (line.startsWith("+ ")) {
                    names.add(line.substring(2));
                } else if (line.startsWith("- ")) {
                    names.remove(line.substring(2));
                }
            }
            assertThat(names).containsExactlyInAnyOrderElementsOf(campaign.names());
            assertThat(lines).last().isEqualTo(signed + " have signed");
            assertThat(campaign.count().path("total").asInt()).isEqualTo(signed);
        });
    }

    private Process consumer(Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-jar",
                        JAR.toString(),
                        "localhost:" + ports.kafka(),
                        campaign.slug())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}

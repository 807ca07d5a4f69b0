package org.upprop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.PATIENCE;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.upprop.local.stack.StackUnderTest;

/** What was set aside comes back once there is nothing any more for which it was. */
@ExtendWith({StackUnderTest.Shared.class, OutputCaptureExtension.class})
class DeadLettersIT {

    private final StackUnderTest stack;
    private final Campaign campaign;

    DeadLettersIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void aSignatureOfAnAppealThatCameTooLateIsSentAgainAndAppearsOnTheList(CapturedOutput output) throws Exception {
        String address = someAddress();
        stack.stop("verification");
        try {
            campaign.submitUntilAccepted(person("Ada", address));
            forgetTheAppeal();
        } finally {
            stack.startSet("verification", "upprop.delivery.not-yet-wait=5s");
        }
        await().atMost(PATIENCE)
                .until(() -> redrive("--dry-run") == 0 && output.getOut().contains("1 in all"));
        assertThat(output).contains("signatures.submitted.v1", "APPEAL_UNKNOWN");
        assertThat(campaign.linksSentTo(address)).isEmpty();

        assertThat(Campaign.publish(stack.ports(), campaign.slug(), stack.token())
                        .statusCode())
                .isIn(200, 201);
        assertThat(redrive()).isZero();

        assertThat(output).contains("1 of 1 are on their way again, 0 wait");
        campaign.decide(campaign.linkSentTo(address), "full");
        campaign.awaitNames("Ada");
        campaign.awaitLedgerBalanced();
        assertThat(redrive("--dry-run")).isZero();
        assertThat(output.getOut().strip()).endsWith("0 in all");
    }

    @Test
    void nothingIsSentAgainWhereNobodySaysWhich(CapturedOutput output) {
        String monitor = "--monitor=http://localhost:" + stack.ports().monitor();

        assertThat(Upprop.execute("redrive", monitor, "--token=" + stack.token()))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("Say which: --reason or --topic or both, or --all.");
        assertThat(Upprop.execute("redrive", monitor, "--token=a token of nobody", "--all"))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("The token is not the operator's.");
        assertThat(Upprop.execute("redrive", monitor, "--token=" + stack.token(), "--cancel"))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("No redrive goes on.");
    }

    private int redrive(String... more) {
        return Upprop.execute(Stream.concat(
                        Stream.of(
                                "redrive",
                                "--monitor=http://localhost:" + stack.ports().monitor(),
                                "--token=" + stack.token(),
                                "--reason=APPEAL_UNKNOWN"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void forgetTheAppeal() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + stack.ports().kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("appeals.v1", campaign.slug().getBytes(UTF_8), null))
                    .get();
        }
    }
}

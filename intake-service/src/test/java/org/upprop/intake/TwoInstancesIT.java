package org.upprop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.messaging.BrakeRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;

/** Whoever signs may come to one instance now and to another one next: they share the secret and the topics only. */
@OnRealInfrastructure
class TwoInstancesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    KafkaTemplate<byte[], byte[]> sender;

    @LocalServerPort
    int port;

    private final String slug = Intake.newSlug();
    private ConfigurableApplicationContext another;
    private Intake one;
    private Intake other;

    @BeforeEach
    void anAppealThatBothHaveRead() {
        another = new SpringApplicationBuilder(IntakeService.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + String.join(",", kafka.getBootstrapServers()));
        one = new Intake(port);
        other = new Intake(another.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        await().atMost(PATIENCE)
                .untilAsserted(() -> one.health("readiness").expectStatus().isOk());
        one.publish(slug).expectStatus().isCreated();
        await().atMost(PATIENCE)
                .untilAsserted(() -> other.read(slug).expectStatus().isOk());
    }

    @AfterEach
    void stop() {
        another.close();
    }

    @Test
    void giveASignatureOneIdWhicheverOfThemGetsItAgain() {
        String first = idOf(one.signAgain(slug, "ada@example.org", "a-key-of-ada"));

        assertThat(idOf(other.signAgain(slug, "ada@example.org", "a-key-of-ada")))
                .isEqualTo(first);
        assertThat(idOf(other.signAgain(slug, "ada@example.org", "another-key")))
                .isNotEqualTo(first);
    }

    @Test
    void letThroughWhoeverSolvedTheChallengeOfTheOther() throws Exception {
        Brake brake = new Brake(BrakeKind.PROOF_OF_WORK, new AppealSlug(slug), 8, Instant.now());
        sender.send(BrakeRecords.on(brake)).get();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> other.sign(slug, "ada@example.org").expectStatus().isEqualTo(429));

        String pass = solved(one.challenge(slug));

        other.signWith(slug, "ada@example.org", pass).expectStatus().isAccepted();
        other.signWith(slug, "eve@example.org", "forged" + pass).expectStatus().isEqualTo(429);
        sender.send(BrakeRecords.off(brake, Instant.now())).get();
    }

    private static String idOf(ResponseSpec answer) {
        return JsonPath.read(
                answer.expectStatus()
                        .isAccepted()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "$.signatureId");
    }

    private static String solved(Intake.Challenge challenge) {
        return LongStream.range(0, Long.MAX_VALUE)
                .mapToObj(nonce -> challenge.token() + ":" + nonce)
                .filter(pass -> beginsWithZeros(pass, challenge.difficulty()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean beginsWithZeros(String pass, int bits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(pass.getBytes(StandardCharsets.US_ASCII));
            return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt()) >= bits;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

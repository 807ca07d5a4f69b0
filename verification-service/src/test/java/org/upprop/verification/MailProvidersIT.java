package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.verification.BadLine.Trouble;

/** Two providers side by side, of which one is in trouble. */
@OnRealInfrastructure
class MailProvidersIT {

    private static final MailServer STEADY = MailServer.start();
    private static final MailServer SHAKY = MailServer.start();
    private static final BadLine LINE = new BadLine(SHAKY.port());

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    private Campaign campaign;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("upprop.fingerprint.secret", () -> Campaign.SECRET);
        registry.add("upprop.mail.timeout", () -> "1s");
        registry.add("upprop.mail.providers.steady.host", () -> "localhost");
        registry.add("upprop.mail.providers.steady.port", STEADY::port);
        registry.add("upprop.mail.providers.steady.tls", () -> "none");
        registry.add("upprop.mail.providers.shaky.host", () -> "localhost");
        registry.add("upprop.mail.providers.shaky.port", LINE::port);
        registry.add("upprop.mail.providers.shaky.tls", () -> "none");
    }

    @BeforeEach
    void publishAnAppeal() {
        campaign = Campaign.begin(kafka, appeals);
    }

    @AfterEach
    void mend() {
        LINE.make(Trouble.NONE);
        await().atMost(Campaign.PATIENCE).untilAsserted(() -> {
            campaign.signed(1);
            assertThat(health()).doesNotContain("does not answer");
        });
    }

    @Test
    void shareTheMails() {
        int before = SHAKY.all().size();

        List<String> people = campaign.signed(40);

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(people)
                        .allSatisfy(person -> assertThat(STEADY.to(person).size()
                                        + SHAKY.to(person).size())
                                .isEqualTo(1)));
        assertThat(SHAKY.all().size() - before).isBetween(1, 39);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NONE", "RESETS_AFTER_DATA"},
            mode = EnumSource.Mode.EXCLUDE)
    void sendByTheOneThatAnswers(Trouble trouble) {
        LINE.make(trouble);

        List<String> people = campaign.signed(40);

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(people)
                        .allSatisfy(person -> assertThat(STEADY.to(person)).hasSize(1)));
        assertThat(people).allSatisfy(person -> assertThat(SHAKY.to(person)).isEmpty());
        assertThat(health())
                .contains("\"steady\":\"answers\"", "\"shaky\":\"does not answer\"")
                .containsPattern("\"mail\":\\{\"details\":\\{[^}]*},\"status\":\"UP\"");
    }

    private String health() {
        return String.valueOf(RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}

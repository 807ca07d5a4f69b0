package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Signatories.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.verification.confirmation.Answer;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.funnel.Funnel;
import org.upprop.verification.funnel.Passed;
import org.upprop.verification.funnel.Span;
import org.upprop.verification.link.Token;

/** Every signature is counted once at each point of its way to the list, in the step in which it came there. */
@OnRealInfrastructure
class FunnelIT {

    private static final MailServer MAIL = MailServer.start();
    private static final Instant HALF_PAST_TEN = Instant.parse("2022-01-12T10:30:00Z");
    private static final Instant TEN = Instant.parse("2022-01-12T10:00:00Z");

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Funnel funnel;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Campaign campaign;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.fingerprint.secret", () -> Campaign.SECRET);
    }

    @BeforeEach
    void begin() {
        campaign = Campaign.begin(kafka, appeals);
    }

    @Test
    void countsHowFarTheSignaturesOfEachAppealCame() {
        Campaign other = Campaign.begin(kafka, appeals);
        List<String> people = campaign.signed(3);
        String secretary = UUID.randomUUID() + "@hamnarbetarna.example";
        other.sign(organisation(secretary, "https://elsewhere.example"));
        confirm(people.get(0));
        confirm(people.get(1));
        confirm(secretary, "authorised");
        tokenOf(people.get(2));
        campaign.sign(people.get(0));

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(sum(campaign)).containsExactly(4, 3, 2, 2));
        assertThat(sum(other)).as("an organisation waits for a reviewer").containsExactly(1, 1, 1, 0);
        assertThat(get("/actuator/funnel/day"))
                .contains("\"stepSeconds\":86400,\"steps\":14,\"passed\":[{")
                .containsPattern(
                        "\\{\"appeal\":\"%s\",\"from\":\"[-0-9]+T00:00:00Z\",\"accepted\":".formatted(campaign.slug()));
        ask("/actuator/funnel/week").expectStatus().isBadRequest();
    }

    @Test
    void countsWhoWasRemovedNoMore() {
        String address = campaign.signed(1).getFirst();
        Token token = confirm(address);
        assertThat(sum(campaign)).containsExactly(1, 1, 1, 1);

        assertThat(confirmations.withdraw(token)).isInstanceOf(Answer.Decided.class);

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(sum(campaign)).containsExactly(1, 1, 0, 0));
    }

    @Test
    void countsInTheStepInWhichItWas() {
        confirm(campaign.signed(1).getFirst());
        Duration moment = Duration.ofNanos(1_000);
        Instant first = TEN.minus(Duration.ofHours(23));

        for (Instant at : List.of(
                first, TEN.minus(moment), TEN, TEN.plus(Duration.ofHours(1)).minus(moment))) {
            wasAllAt(at);
            assertThat(passed(Span.HOUR))
                    .as("%s", at)
                    .containsExactly(new Passed(campaign.slug(), at.truncatedTo(ChronoUnit.HOURS), 1, 1, 1, 1));
        }
        for (Instant at : List.of(first.minus(moment), TEN.plus(Duration.ofHours(1)))) {
            wasAllAt(at);
            assertThat(passed(Span.HOUR)).as("%s", at).isEmpty();
        }
        wasAllAt(HALF_PAST_TEN);
        assertThat(passed(Span.MINUTE)).containsExactly(new Passed(campaign.slug(), HALF_PAST_TEN, 1, 1, 1, 1));
        assertThat(passed(Span.DAY))
                .containsExactly(new Passed(campaign.slug(), Instant.parse("2022-01-12T00:00:00Z"), 1, 1, 1, 1));
    }

    @Test
    void countsWhoWasMailedTwiceOnce() {
        tokenOf(campaign.signed(1).getFirst());
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(sum(campaign)).containsExactly(1, 1, 0, 0));
        wasAllAt(TEN);
        jdbc.sql("""
                insert into mail (kind, signature_id, recipient, capped, state, due_at, ended_at)
                select kind, signature_id, recipient, capped, state, due_at, ended_at + interval '20 minutes'
                from mail where signature_id in (select signature_id from submission where appeal = ?)
                """).param(campaign.slug().value()).update();

        assertThat(passed(Span.MINUTE)).containsExactly(new Passed(campaign.slug(), TEN, 1, 1, 0, 0));
    }

    private Token confirm(String address) {
        return confirm(address, "full");
    }

    private Token confirm(String address, String decision) {
        Token token = tokenOf(address);
        assertThat(confirmations.decide(token, decision)).isInstanceOf(Answer.Decided.class);
        return token;
    }

    private static Token tokenOf(String address) {
        return new Token(await().atMost(Campaign.PATIENCE)
                .until(() -> MAIL.to(address), mails -> !mails.isEmpty())
                .getFirst()
                .token("verify"));
    }

    private void wasAllAt(Instant at) {
        for (String sql : List.of(
                "update submission set received_at = :at where appeal = :appeal",
                "update entry set confirmed_at = :at, listed_at = :at where appeal = :appeal",
                """
                update mail set ended_at = :at
                where state = 'sent' and signature_id in (select signature_id from submission where appeal = :appeal)
                """)) {
            jdbc.sql(sql)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("appeal", campaign.slug().value())
                    .update();
        }
    }

    private List<Passed> passed(Span span) {
        return passed(campaign, span, HALF_PAST_TEN);
    }

    private List<Passed> passed(Campaign of, Span span, Instant now) {
        return funnel.passed(span, now).stream()
                .filter(passed -> passed.appeal().equals(of.slug()))
                .toList();
    }

    private List<Integer> sum(Campaign of) {
        int[] sum = new int[4];
        for (Passed passed : passed(of, Span.MINUTE, Instant.now())) {
            sum[0] += (int) passed.accepted();
            sum[1] += (int) passed.mailed();
            sum[2] += (int) passed.confirmed();
            sum[3] += (int) passed.listed();
        }
        return List.of(sum[0], sum[1], sum[2], sum[3]);
    }

    private String get(String path) {
        return String.valueOf(ask(path).expectBody(String.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec ask(String path) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri(path)
                .exchange();
    }
}

package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.subethamail.smtp.RejectException;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.verification.BadLine.Trouble;

/** Whatever a mail server does, submissions are stored meanwhile, and all mails go out once it has mended. */
@OnRealInfrastructure
class SmtpTroubleIT {

    private static final int PEOPLE = 5;
    private static final MailServer MAIL = MailServer.start();
    private static final BadLine LINE = new BadLine(MAIL.port());

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    KafkaConnectionDetails broker;

    @Autowired
    AppealBook appeals;

    @Autowired
    JdbcClient jdbc;

    private Campaign campaign;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", LINE::port);
        registry.add("upprop.mail.timeout", () -> "1s");
        registry.add("upprop.fingerprint.secret", () -> Campaign.SECRET);
    }

    @BeforeEach
    void publishAnAppeal() {
        campaign = Campaign.begin(kafka, appeals);
    }

    @AfterEach
    void mend() {
        LINE.make(Trouble.NONE);
        MAIL.refuse(address -> Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void storesEverybodyMeanwhileAndSendsEachMailInTheEnd(Trouble trouble) {
        int resets = LINE.resets();
        LINE.make(trouble);

        List<String> people = campaign.signed(PEOPLE);

        await().atMost(Campaign.PATIENCE).until(this::mailIsDown);
        await().atMost(Campaign.PATIENCE).untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(mails("owed")).isEqualTo(PEOPLE);
        if (trouble != Trouble.RESETS_AFTER_DATA) {
            assertThat(people.stream().flatMap(person -> MAIL.to(person).stream()))
                    .isEmpty();
            assertThat(attempts()).isLessThanOrEqualTo(1);
        } else {
            assertThat(LINE.resets()).isGreaterThan(resets);
        }
        LINE.make(Trouble.NONE);

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("sent")).isEqualTo(PEOPLE));
        List<String> ids = people.stream()
                .flatMap(person -> MAIL.to(person).stream())
                .map(MailServer.Mail::id)
                .toList();
        assertThat(new HashSet<>(ids)).hasSize(PEOPLE);
        assertThat(ids.size() - PEOPLE).isLessThanOrEqualTo(LINE.resets() - resets);
        await().atMost(Campaign.PATIENCE).until(() -> !mailIsDown());
    }

    @Test
    void triesAgainWhereAServerWantsToSeeWhoComesBack() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        MAIL.refuse(address ->
                seen.add(address) ? Optional.of(new RejectException(451, "4.7.1 Come back later")) : Optional.empty());

        List<String> people = campaign.signed(PEOPLE);

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("sent")).isEqualTo(PEOPLE));
        assertThat(people).allSatisfy(person -> assertThat(MAIL.to(person)).hasSize(1));
        assertThat(seen).containsAll(people);
        assertThat(mailIsDown()).isFalse();
    }

    @Test
    void givesUpWhoIsUnknownThereAndHoldsNobodyElseUp() {
        MAIL.refuse(address -> address.startsWith("nobody")
                ? Optional.of(new RejectException(550, "5.1.1 No such user here"))
                : Optional.empty());

        campaign.sign("nobody-" + campaign.slug() + "@example.org");
        List<String> people = campaign.signed(PEOPLE);

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("sent")).isEqualTo(PEOPLE));
        assertThat(mails("undeliverable")).isEqualTo(1);
        assertThat(people).allSatisfy(person -> assertThat(MAIL.to(person)).hasSize(1));
        assertThat(mailIsDown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.1 Not from there", "No"})
    void triesAgainWhereAServerMayNotLikeTheSender(String reason) {
        MAIL.refuse(address -> Optional.of(new RejectException(550, reason)));

        List<String> people = campaign.signed(1);

        await().atMost(Campaign.PATIENCE).until(() -> attempts() > 3);
        assertThat(mails("owed")).isEqualTo(1);
        MAIL.refuse(address -> Optional.empty());
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("sent")).isEqualTo(1));
        assertThat(MAIL.to(people.getFirst())).hasSize(1);
    }

    @Test
    void waitsForAServerThatRefusesEverybodyAndGivesNobodyUp() {
        MAIL.refuse(address -> Optional.of(new RejectException(550, "relay not permitted")));
        List<String> people = campaign.signed(3 * PEOPLE);
        await().atMost(Campaign.PATIENCE).until(this::mailIsDown);
        assertThat(mails("owed")).isEqualTo(3 * PEOPLE);

        MAIL.refuse(address -> Optional.empty());

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("sent")).isEqualTo(3 * PEOPLE));
        assertThat(people).allSatisfy(person -> assertThat(MAIL.to(person)).hasSize(1));
        await().atMost(Campaign.PATIENCE).until(() -> !mailIsDown());
    }

    @Test
    void sendsManyMailsInOneConversation() {
        int before = MAIL.conversations();

        campaign.signed(40);

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("sent")).isEqualTo(40));
        assertThat(MAIL.conversations() - before).isLessThanOrEqualTo(8);
    }

    private boolean mailIsDown() {
        return client().get()
                .uri("/actuator/health")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()
                .contains("does not answer");
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    /** Submissions that the service was sent and has not stored. */
    private long lag() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets("verification-service")
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends = admin.listOffsets(
                            committed.keySet().stream()
                                    .filter(partition -> partition.topic().equals(Topics.SUBMITTED))
                                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - committed.get(end.getKey()).offset())
                    .sum();
        }
    }

    private long mails(String state) {
        return jdbc.sql("""
                        select count(*) from mail join submission s using (signature_id)
                        where s.appeal = :appeal and mail.state = :state
                        """)
                .param("appeal", campaign.slug().value())
                .param("state", state)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** How often the mail was tried that was tried most often. */
    private long attempts() {
        return jdbc.sql("select max(attempts) from mail join submission s using (signature_id) where s.appeal = ?")
                .param(campaign.slug().value())
                .query((row, number) -> row.getLong(1))
                .single();
    }
}

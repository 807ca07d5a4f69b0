package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Signatories.organisation;
import static org.upprop.verification.Signatories.person;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.event.EventHeaders;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;
import org.upprop.signature.messaging.SignatureRecords;
import org.upprop.verification.mail.MailQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the submitted topic to the verified one, by way of real mails and the pages that they lead to. */
@OnRealInfrastructure
@ExtendWith(OutputCaptureExtension.class)
class VerificationIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final MailServer MAIL = MailServer.start();

    private final Fingerprints fingerprints = new Fingerprints(SECRET);
    private final AppealSlug appeal = new AppealSlug("appeal-" + UUID.randomUUID());
    private final String address = UUID.randomUUID() + "@example.org";
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    AppealBook appeals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MailQueue queue;

    @Autowired
    Infrastructure infrastructure;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.mail.lease", () -> LEASE);
        registry.add("upprop.fingerprint.secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void publishTheAppeal() {
        await().atMost(LONG).until(appeals::isComplete);
        kafka.send(AppealRecords.present(anAppeal())).join();
        await().atMost(LONG).until(() -> appeals.find(appeal).isPresent());
    }

    @AfterEach
    void endOutages() {
        MAIL.thinkFor(Duration.ZERO);
        infrastructure.resumePostgres();
    }

    @Test
    void listsNobodyBeforeTheOwnerOfTheAddressDecides() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");

        assertThat(get("/verify/" + token).statusCode()).isEqualTo(200);
        assertThat(get("/verify/" + token).body()).contains("Ada Lindqvist");
        assertThat(send(request("/verify/" + token).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(postForm("/verify/" + token, "").statusCode()).isEqualTo(422);
        assertThat(decide(token, "perhaps").statusCode()).isEqualTo(422);
        assertThat(states()).containsExactly("pending");

        HttpResponse<String> thanks = postForm("/verify/" + token, "decision=initials");

        assertThat(thanks.statusCode()).isEqualTo(303);
        assertThat(thanks.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain(token));
        assertThat(postForm("/verify/" + token, "decision=full").headers().firstValue("Location"))
                .isEqualTo(thanks.headers().firstValue("Location"));
        SignatureVerified listed = awaitListed(1).getFirst();
        assertThat(listed.name()).isEqualTo("A. L.");
        assertThat(List.of(listed.version(), listed.appealVersion())).containsExactly(1L, 1);
        assertThat(Arrays.asList(listed.role(), listed.affiliation(), listed.city()))
                .containsOnlyNulls();
    }

    @Test
    void sendsOneMailAtOnceHoweverOftenSomebodySubmits() {
        IntStream.range(0, 3).forEach(_ -> submit(person("Ada Lindqvist", address)));
        await().atMost(LONG).until(() -> states().size() == 3);
        MailServer.Mail mail = awaitMail();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(mailStates()).containsExactlyInAnyOrder("sent", "owed", "owed"));
        submit(person("Grace", "grace-" + address));
        await().atMost(LONG).until(() -> MAIL.to("grace-" + address), mails -> mails.size() == 1);
        assertThat(MAIL.to(address)).hasSize(1);

        decide(mail.token("verify"), "full");

        awaitListed(1);
        assertThat(states()).containsExactlyInAnyOrder("listed", "superseded", "superseded", "pending");
        assertThat(MAIL.to(address).stream().filter(sent -> sent.source().contains("/verify/")))
                .hasSize(1);
    }

    @Test
    void makesOneEntryOfManyConfirmationsAtOnce() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> decide(token, n % 2 == 0 ? "full" : "hidden"), Thread.ofVirtual()::start))
                .toList();

        assertThat(answers.stream().map(answer -> answer.join().statusCode())).containsOnly(200);
        awaitListed(1);
        assertThat(count("select count(*) from entry where appeal = ?")).isEqualTo(1);
    }

    @Test
    void tellsEveryLinkThatIsNoneTheSame() {
        String unknown = "A".repeat(43);

        assertThat(get("/verify/" + unknown).statusCode()).isEqualTo(404);
        assertThat(get("/verify/damaged").statusCode()).isEqualTo(404);
        assertThat(get("/verify/damaged").body())
                .isEqualTo(get("/verify/" + unknown).body());
        assertThat(decide(unknown, "full").statusCode()).isEqualTo(404);
    }

    @Test
    void takesAWithdrawnNameOffForGood() {
        SignatureSubmitted submitted = submit(person("Ada Lindqvist", address));
        decide(awaitMail().token("verify"), "full");
        SignatureVerified listed = awaitListed(1).getFirst();
        await().atMost(LONG).until(() -> MAIL.to(address).size() == 2);
        String manage = MAIL.to(address).getLast().token("manage");

        assertThat(get("/manage/" + manage).statusCode()).isEqualTo(200);
        assertThat(postForm("/manage/" + manage, "").statusCode()).isEqualTo(422);
        assertThat(awaitListed(1)).hasSize(1);
        assertThat(states()).containsExactly("listed");
        postForm("/manage/" + manage, "action=withdraw");

        ConsumerRecord<byte[], byte[]> last = await().atMost(LONG)
                .until(() -> records(Topics.VERIFIED, listed.entryId().toString()), found -> found.size() == 2)
                .getLast();
        assertThat(last.value()).isNull();
        assertThat(new String(
                        last.headers().lastHeader(EventHeaders.ENTRY_VERSION).value(), StandardCharsets.UTF_8))
                .isEqualTo("2");

        kafka.send(SignatureRecords.submitted(submitted)).join();
        submitAt(submitted.submittedAt().minusSeconds(60), person("Ada Lindqvist", address));
        await().atMost(LONG).until(() -> states().size() == 2);
        assertThat(states()).containsExactlyInAnyOrder("withdrawn", "suppressed");
    }

    @Test
    void asksNothingMoreOfWhoDidNotSign() {
        submit(person("Ada Lindqvist", address));
        decide(awaitMail().token("verify"), "not-mine");
        submit(person("Ada Lindqvist", address));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder("not-mine", "suppressed"));
        assertThat(mailStates()).containsExactly("sent");
    }

    @Test
    void leadsToADecidedSignatureForAsLongAsItStands() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");
        decide(token, "full");
        awaitListed(1);

        jdbc.sql("update link set decides_until = now() - interval '1 day'").update();

        assertThat(get("/verify/" + token).statusCode()).isEqualTo(200);
        assertThat(get("/manage/" + token).statusCode()).isEqualTo(200);
        assertThat(postForm("/manage/" + token, "action=withdraw").statusCode()).isEqualTo(303);
        assertThat(states()).containsExactly("withdrawn");
    }

    @Test
    void endsAnUndecidedLinkInTime() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");

        jdbc.sql("update link set decides_until = now() - interval '1 day'").update();

        assertThat(get("/verify/" + token).statusCode()).isEqualTo(404);
        assertThat(decide(token, "full").statusCode()).isEqualTo(404);
        assertThat(states()).containsExactly("pending");
    }

    @Test
    void keepsNothingOfAnOrganisationThatIsWithdrawnBeforeItsReview() {
        submit(organisation(address, "https://union.example"));
        String token = awaitMail().token("verify");
        decide(token, "authorised");
        assertThat(states()).containsExactly("awaiting-review");

        postForm("/manage/" + token, "action=withdraw");

        assertThat(states()).containsExactly("withdrawn");
        assertThat(count("select count(*) from entry where appeal = ?")).isZero();
    }

    @Test
    void refusesAFormThatIsNone() {
        assertThat(postForm("/verify/" + "A".repeat(43), "decision=%zz").statusCode())
                .isEqualTo(400);
    }

    @Test
    void keepsMailsForAServerThatIsDown(CapturedOutput log) {
        MAIL.shut();
        try {
            submit(person("Ada Lindqvist", address));
            await().atMost(LONG).until(() -> log.getAll().contains("The mail server does not answer"));
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(mailStates()).containsExactly("owed");
                assertThat(count("""
                        select sum(attempts) from mail join submission using (signature_id) where appeal = ?
                        """)).isZero();
            });
        } finally {
            MAIL.open();
        }

        assertThat(awaitMail().source()).contains("/verify/");
    }

    @Test
    void saysWhenAMailMayBeExpectedUnlessNobodyKnows() {
        await().atMost(LONG).until(() -> mailQueue().equals(new Expected(0, 0L)));
        MAIL.shut();
        try {
            submit(person("Ada Lindqvist", address));
            await().atMost(LONG).until(() -> mailQueue().seconds() == null);
        } finally {
            MAIL.open();
        }
        await().atMost(LONG).until(() -> mailQueue().equals(new Expected(0, 0L)));

        MAIL.thinkFor(Duration.ofSeconds(2));
        for (int other = 0; other < 40; other++) {
            submit(person("Ada Lindqvist", UUID.randomUUID() + "@example.org"));
        }

        // four at once, each for two seconds, leave two a second
        await().atMost(LONG).untilAsserted(() -> {
            Expected queue = mailQueue();
            assertThat(queue.waiting()).isBetween(10L, 32L);
            assertThat(queue.seconds()).isNotNull().isBetween(queue.waiting() / 4, queue.waiting());
        });
    }

    @Test
    void leavesAMailToItsSenderHoweverLongTheServerThinks() {
        MAIL.thinkFor(LEASE.multipliedBy(2));
        submit(person("Ada Lindqvist", address));

        await().atMost(LONG).until(() -> mailStates().equals(List.of("sent")));

        assertThat(MAIL.to(address)).hasSize(1);
    }

    @Test
    void sendsAMailOnceThoughTheDatabaseGoesAwayMeanwhile() {
        MAIL.thinkFor(Duration.ofSeconds(1));
        submit(person("Ada Lindqvist", address));
        awaitMail();
        infrastructure.pausePostgres();
        await().pollDelay(LEASE.multipliedBy(3)).atMost(LONG).until(() -> true);
        infrastructure.resumePostgres();

        await().atMost(LONG).ignoreExceptions().until(() -> mailStates().equals(List.of("sent")));
        assertThat(MAIL.to(address)).hasSize(1);
    }

    @Test
    void sendsAMailWhoseSenderWasKilled() {
        MAIL.shut();
        try {
            submit(person("Ada Lindqvist", address));
            await().atMost(LONG).until(this::takeAsOneWhoWillBeKilled);
        } finally {
            MAIL.open();
        }

        awaitMail();
        await().atMost(LONG).until(() -> mailStates().equals(List.of("sent")));
        assertThat(MAIL.to(address)).hasSize(1);
    }

    @Test
    void waitsForADatabaseThatIsDownAndSetsNothingAside() {
        infrastructure.pausePostgres();
        SignatureSubmitted submitted = submit(person("Ada Lindqvist", address));
        String status = "/api/v1/signatures/" + submitted.signatureId();
        await().atMost(LONG).until(() -> get(status).body().contains("received"));
        await().atMost(LONG).until(() -> get("/actuator/health/readiness").statusCode() == 503);
        assertThat(get(status).body()).contains("received");
        infrastructure.resumePostgres();

        assertThat(awaitMail().source()).contains("/verify/");
        assertThat(records(
                        Topics.deadLettersOf(Topics.SUBMITTED),
                        submitted.fingerprint().value()))
                .isEmpty();
    }

    @Test
    void setsAsideRandomBytesAndGoesOn() {
        byte[] noise = new byte[300];
        new Random().nextBytes(noise);
        String key = fingerprints.of(appeal, person("Ada Lindqvist", address)).value();
        kafka.send(new ProducerRecord<>(Topics.SUBMITTED, key.getBytes(StandardCharsets.UTF_8), noise))
                .join();
        submit(person("Ada Lindqvist", address));

        awaitMail();
        assertThat(await().atMost(LONG)
                        .until(() -> records(Topics.deadLettersOf(Topics.SUBMITTED), key), found -> !found.isEmpty())
                        .getFirst()
                        .value())
                .isEqualTo(noise);
    }

    private SignatureSubmitted submit(Signatory signatory) {
        return submitAt(Instant.now(), signatory);
    }

    private SignatureSubmitted submitAt(Instant time, Signatory signatory) {
        SignatureSubmitted submitted = new SignatureSubmitted(
                SignatureId.random(),
                appeal,
                1,
                signatory.kind(),
                fingerprints.of(appeal, signatory),
                "en",
                "direct",
                time,
                List.of(),
                null,
                signatory);
        kafka.send(SignatureRecords.submitted(submitted)).join();
        return submitted;
    }

    private Expected mailQueue() {
        JsonNode queue = JsonMapper.shared().readTree(get("/api/v1/mail-queue").body());
        JsonNode seconds = queue.get("expectedSeconds");
        return new Expected(queue.get("waiting").asLong(), seconds.isNull() ? null : seconds.asLong());
    }

    private record Expected(long waiting, @Nullable Long seconds) {}

    private MailServer.Mail awaitMail() {
        return await().atMost(LONG)
                .until(() -> MAIL.to(address), mails -> !mails.isEmpty())
                .getFirst();
    }

    /** The entries of this test's appeal, once there are as many as that. */
    private List<SignatureVerified> awaitListed(int entries) {
        return await().atMost(LONG).until(this::listed, found -> found.size() >= entries);
    }

    private List<SignatureVerified> listed() {
        return records(Topics.VERIFIED).stream()
                .filter(record -> record.value() != null)
                .map(record -> EventJson.read(record.value(), SignatureVerified.class))
                .filter(entry -> entry.appeal().equals(appeal))
                .toList();
    }

    private List<String> states() {
        return jdbc.sql("select state from submission where appeal = ?")
                .param(appeal.value())
                .query((row, number) -> row.getString("state"))
                .list();
    }

    private List<String> mailStates() {
        return jdbc.sql("select m.state from mail m join submission s using (signature_id) where s.appeal = ?")
                .param(appeal.value())
                .query((row, number) -> row.getString("state"))
                .list();
    }

    /** True if it got this test's mail, before the senders that live. */
    private boolean takeAsOneWhoWillBeKilled() {
        return queue.take(LEASE).filter(mail -> mail.appeal().equals(appeal)).isPresent();
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .param(appeal.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private HttpResponse<String> decide(String token, String decision) {
        return send(request("/api/v1/verifications/" + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"decision\":\"" + decision + "\"}")));
    }

    private HttpResponse<String> postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        return records(topic).stream()
                .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer("whole-topic", "")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private Appeal anAppeal() {
        return new Appeal(
                appeal,
                1,
                1,
                "0".repeat(64),
                "en",
                new Appeal.Publisher("Alliance", "https://alliance.example"),
                new Appeal.Controller("Alliance", "1 Street", "privacy@alliance.example"),
                null,
                null,
                null,
                Map.of("en", new Appeal.Translation("Title", "Summary", "Body", List.of())),
                new Appeal.Consent("2022-01", Map.of("en", "Your name is published.")),
                List.of(),
                Policy.DEFAULT,
                List.of(),
                Instant.now());
    }
}

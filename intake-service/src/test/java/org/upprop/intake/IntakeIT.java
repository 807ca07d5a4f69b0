package org.upprop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.intake.TopicReader.header;
import static org.upprop.intake.TopicReader.key;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.messaging.BrakeRecords;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.SignatureSubmitted;

@OnRealInfrastructure
@ExtendWith(OutputCaptureExtension.class)
class IntakeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    Infrastructure infrastructure;

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    KafkaTemplate<byte[], byte[]> sender;

    @LocalServerPort
    int port;

    private final String slug = Intake.newSlug();
    private Intake intake;

    @BeforeEach
    void ready() {
        intake = new Intake(port);
        awaitReady(intake);
    }

    @Test
    void writesTheTextsBeforeTheAppealAndReadsItselfBack() {
        intake.publish(slug).expectStatus().isCreated().expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");

        intake.read(slug)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"")
                .expectBody()
                .jsonPath("$.translations.sv.title")
                .isEqualTo("Titel");
        intake.publish(slug).expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        intake.publish(slug, "Text", 5).expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        intake.publish(slug, "Ny text", 5).expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"3\"");
        assertThat(new TopicReader(consumers).read(Topics.APPEALS))
                .extracting(TopicReader::key)
                .filteredOn(key -> key.startsWith(slug))
                .containsExactly(slug + "/1", slug, slug, slug + "/2", slug);
    }

    @Test
    void acceptsOnlyWhatStandsOnTheTopic() {
        intake.publish(slug).expectStatus().isCreated();

        var answer = intake.sign(slug, "ada@example.org")
                .expectStatus()
                .isAccepted()
                .expectBody(Answer.class)
                .returnResult();

        ConsumerRecord<byte[], byte[]> record = submissionsOf(slug).getFirst();
        SignatureSubmitted submitted = EventJson.read(record.value(), SignatureSubmitted.class);
        assertThat(submitted.signatureId()).hasToString(answer.getResponseBody().signatureId());
        assertThat(submitted.signatory().email().value()).isEqualTo("ada@example.org");
        assertThat(key(record)).isEqualTo(submitted.fingerprint().value());
        assertThat(header(record, "ce_id")).isEqualTo(answer.getResponseBody().signatureId());
        assertThat(header(record, "ce_type")).isEqualTo("org.upprop.signature.submitted.v1");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_appeal")).isEqualTo(slug);
        assertThat(answer.getResponseHeaders().getLocation())
                .isEqualTo(URI.create("http://localhost:8082/api/v1/signatures/" + submitted.signatureId()));
        assertThat(intake.metrics())
                .contains("upprop_signatures_total{outcome=\"received\"}")
                .contains("upprop_submissions_acknowledgement_seconds_bucket");
    }

    @Test
    void keepsOneSignatoryInOnePartition() {
        intake.publish(slug).expectStatus().isCreated();

        for (int index = 0; index < 3; index++) {
            intake.sign(slug, "Ada@Example.org").expectStatus().isAccepted();
        }
        assertThat(submissionsOf(slug))
                .hasSize(3)
                .extracting(ConsumerRecord::partition)
                .containsOnly(submissionsOf(slug).getFirst().partition());
    }

    @Test
    void namesASignatureThatIsSentAgainTheSameOnEveryInstanceAndAfterARestart() {
        intake.publish(slug).expectStatus().isCreated();
        String key = UUID.randomUUID().toString();
        intake.signAgain(slug, "ada@example.org", key).expectStatus().isAccepted();

        for (int start = 0; start < 2; start++) {
            try (ConfigurableApplicationContext other = anotherInstance()) {
                Intake another =
                        new Intake(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
                awaitReady(another);
                another.signAgain(slug, "ada@example.org", key).expectStatus().isAccepted();
            }
        }
        intake.signAgain(slug, "eve@example.org", key).expectStatus().isEqualTo(422);

        assertThat(submissionsOf(slug))
                .hasSize(3)
                .extracting(record -> header(record, "ce_id"))
                .containsOnly(header(submissionsOf(slug).getFirst(), "ce_id"));
    }

    @Test
    void neverAcceptsWithoutTheBrokerAndSaysSoWithinFiveSeconds(CapturedOutput log) {
        intake.publish(slug).expectStatus().isCreated();
        infrastructure.pauseKafka();

        for (int index = 0; index < 3; index++) {
            Instant began = Instant.now();
            intake.sign(slug, "lost" + index + "@example.org")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals(HttpHeaders.RETRY_AFTER, "5");
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
        intake.read(slug).expectStatus().isOk();
        intake.health("readiness").expectStatus().isOk();
        intake.health("pipeline").expectStatus().isEqualTo(503);
        assertThat(log.getAll()).doesNotContain("Zhanar", "@example.org", "\"kind\"");

        infrastructure.resumeKafka();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        intake.sign(slug, "found@example.org").expectStatus().isAccepted());
        await().atMost(PATIENCE)
                .untilAsserted(() -> intake.health("pipeline").expectStatus().isOk());
    }

    @Test
    void startsWithoutABrokerAndRecovers() {
        infrastructure.pauseKafka();

        try (ConfigurableApplicationContext other = anotherInstance()) {
            Intake late = new Intake(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            late.health("liveness").expectStatus().isOk();
            late.health("readiness").expectStatus().isEqualTo(503);
            late.read(slug).expectStatus().isEqualTo(503).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "5");
            late.sign(slug, "ada@example.org").expectStatus().isEqualTo(503);

            infrastructure.resumeKafka();
            awaitReady(late);
            intake.publish(slug).expectStatus().isCreated();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> late.read(slug).expectStatus().isOk());
            late.sign(slug, "ada@example.org").expectStatus().isAccepted();
        }
    }

    @Test
    void pausesAnAppealWhileItsBrakeIsOn() throws Exception {
        intake.publish(slug).expectStatus().isCreated();
        Brake brake = new Brake(BrakeKind.PAUSE_APPEAL, new AppealSlug(slug), null, Instant.now());

        sender.send(BrakeRecords.on(brake)).get();
        await().atMost(PATIENCE)
                .untilAsserted(() -> intake.sign(slug, "ada@example.org")
                        .expectStatus()
                        .isEqualTo(503)
                        .expectHeader()
                        .valueEquals(HttpHeaders.RETRY_AFTER, "60"));
        intake.read(slug).expectStatus().isOk();

        sender.send(BrakeRecords.off(brake, Instant.now())).get();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        intake.sign(slug, "ada@example.org").expectStatus().isAccepted());
    }

    @Test
    void refusesAtOnceWhatTheBrokerCannotTake() throws Exception {
        try (ConfigurableApplicationContext other = anotherInstance("--upprop.submissions.in-flight=1");
                var both = Executors.newFixedThreadPool(2)) {
            Intake narrow = new Intake(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            awaitReady(narrow);
            narrow.publish(slug).expectStatus().isCreated();
            narrow.sign(slug, "ada@example.org").expectStatus().isAccepted();
            infrastructure.pauseKafka();

            Callable<Duration> refused = () -> {
                Instant began = Instant.now();
                narrow.sign(slug, "eve@example.org").expectStatus().isEqualTo(503);
                return Duration.between(began, Instant.now());
            };
            Future<Duration> one = both.submit(refused);
            Future<Duration> another = both.submit(refused);
            assertThat(List.of(one.get(), another.get()))
                    .anyMatch(waited -> waited.compareTo(Duration.ofSeconds(1)) < 0)
                    .anyMatch(waited -> waited.compareTo(Duration.ofSeconds(2)) > 0);
            infrastructure.resumeKafka();
        }
    }

    @Test
    void countsBytesWhateverTheHeadersSay() throws Exception {
        intake.publish(slug).expectStatus().isCreated();
        byte[] body = ("{\"name\":\"" + "x".repeat(9_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        try (HttpClient client = HttpClient.newHttpClient()) {
            var chunked = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/api/v1/appeals/" + slug + "/signatures"))
                    .header(HttpHeaders.CONTENT_TYPE, "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .build();
            var answer = client.send(chunked, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue(HttpHeaders.CONTENT_TYPE)).contains("application/problem+json");
        }
    }

    @Test
    void sendsPagesCompressed() throws Exception {
        intake.publish(slug).expectStatus().isCreated();

        try (HttpClient client = HttpClient.newHttpClient()) {
            var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/appeals/" + slug))
                    .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                    .build();
            var answer = client.send(page, BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue(HttpHeaders.CONTENT_ENCODING))
                    .contains("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .contains("<h1 lang=\"sv\" dir=\"ltr\">Titel</h1>");
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> submissionsOf(String slug) {
        return new TopicReader(consumers)
                .read(Topics.SUBMITTED).stream()
                        .filter(record -> header(record, "ce_appeal").equals(slug))
                        .toList();
    }

    private ConfigurableApplicationContext anotherInstance(String... options) {
        return new SpringApplicationBuilder(IntakeService.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--spring.kafka.bootstrap-servers="
                                                + String.join(",", kafka.getBootstrapServers())),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private static void awaitReady(Intake intake) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> intake.health("readiness").expectStatus().isOk());
    }

    record Answer(String signatureId, String status, String statusUrl) {}
}

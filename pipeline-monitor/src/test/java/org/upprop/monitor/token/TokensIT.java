package org.upprop.monitor.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.access.BearerToken;
import org.upprop.access.Grant;
import org.upprop.access.Role;
import org.upprop.access.messaging.TokenBook;
import org.upprop.access.messaging.TokenRecords;
import org.upprop.audit.AuditAction;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.monitor.MonitorUnderTest;
import org.upprop.monitor.audit.messaging.AuditBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operators make tokens and revoke them, and nobody keeps a token itself. */
@OnRealInfrastructure
class TokensIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String OPERATOR = "a token of operators";
    private static final String VIEWER = "the token of vera";
    private static final String PATH = "/api/v1/tokens";
    private static final Pattern PROOF = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern SHOWN = Pattern.compile("id=\"made\" value=\"([A-Za-z0-9_-]{43})\"");

    @Autowired
    private TokenBook tokens;

    @Autowired
    private AuditBook audit;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    private Infrastructure infrastructure;

    @LocalServerPort
    private int port;

    @BeforeEach
    void awaitTheBook() {
        await().atMost(PATIENCE).until(tokens::areRead);
    }

    @AfterEach
    void revokeAll() throws Exception {
        for (Grant grant : tokens.all()) {
            monitor().api("DELETE", PATH + "/" + grant.id(), OPERATOR, null);
        }
    }

    @Test
    void letTheirHoldersDoWhatTheyAreForUntilTheyAreRevoked() throws Exception {
        JsonNode vera = make("{\"role\":\"viewer\",\"holder\":\"olga\"}");
        JsonNode boss = make("{\"role\":\"operator\",\"holder\":\"omar\"}");
        JsonNode other = make("{\"role\":\"organiser\",\"holder\":\"anna\"}");

        assertThat(monitor().api("GET", PATH, token(vera), null).statusCode()).isEqualTo(200);
        assertThat(monitor()
                        .api("PUT", "/api/v1/brakes/hold-mail", token(vera), null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(monitor()
                        .api("PUT", "/api/v1/brakes/hold-mail", token(other), null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(monitor()
                        .api("PUT", "/api/v1/brakes/hold-mail", token(boss), null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(monitor()
                        .api("DELETE", "/api/v1/brakes/hold-mail", token(boss), null)
                        .statusCode())
                .isEqualTo(204);

        assertThat(revoke(boss).statusCode()).isEqualTo(204);
        await().atMost(AT_ONCE)
                .until(() -> monitor().api("GET", PATH, token(boss), null).statusCode() == 401);
        assertThat(revoke(boss).statusCode()).isEqualTo(404);
    }

    @Test
    void standInTheRecordOfWhatWasDoneByNameAndNowhereThemselves() throws Exception {
        JsonNode boss = make("{\"role\":\"operator\",\"holder\":\"omar\",\"endsAt\":\"%s\"}"
                .formatted(Instant.now().plusSeconds(3600)));
        String id = boss.path("id").asString();
        monitor().api("DELETE", PATH + "/" + id, token(boss), null);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(audit.events())
                        .anySatisfy(event -> {
                            assertThat(event.action()).isEqualTo(AuditAction.TOKEN_REVOKED);
                            assertThat(event.actor()).isEqualTo("omar");
                            assertThat(event.details())
                                    .containsEntry("token", id)
                                    .containsEntry("role", "operator");
                        })
                        .anySatisfy(event -> {
                            assertThat(event.action()).isEqualTo(AuditAction.TOKEN_MADE);
                            assertThat(event.actor()).isEqualTo("operator");
                            assertThat(event.details())
                                    .containsEntry("token", id)
                                    .containsEntry("holder", "omar");
                        }));
        assertThat(valuesOf(Topics.TOKENS))
                .anyMatch(value -> value.contains(new BearerToken(token(boss)).hash()))
                .noneMatch(value -> value.contains(token(boss)));
        assertThat(valuesOf(Topics.AUDIT)).isNotEmpty().noneMatch(value -> value.contains(token(boss)));
    }

    @Test
    void areListedWithoutWhatTheyAreKnownBy() throws Exception {
        JsonNode made = make("{\"role\":\"reviewer\",\"holder\":\"Åsa\"}");

        String list = monitor().api("GET", PATH, VIEWER, null).body();

        assertThat(list)
                .contains(
                        "\"role\":\"reviewer\",\"holder\":\"Åsa\"",
                        made.path("id").asString())
                .doesNotContain(token(made), new BearerToken(token(made)).hash());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    `{"role":"king","holder":"anna"}`,                                                422, role.unknown
                    `{"holder":"anna"}`,                                                              422, role.unknown
                    `{"role":"viewer"}`,                                                              422, holder.invalid
                    `{"role":"viewer","holder":"anna b"}`,                                            422, holder.invalid
                    `{"role":"viewer","holder":"operator"}`,                                          422, holder.invalid
                    `{"role":"operator","holder":"anna","appeals":["some-appeal"]}`,                  422, appeals.not-taken
                    `{"role":"organiser","holder":"anna","appeals":[]}`,                              422, appeals.empty
                    `{"role":"organiser","holder":"anna","appeals":["no-such-one"]}`,                 422, appeals.unknown
                    `{"role":"organiser","holder":"anna","appeals":["No such one"]}`,                 422, appeals.unknown
                    `{"role":"viewer","holder":"anna","endsAt":"2022-01-12T12:00:00Z"}`,              422, end.range
                    `{"role":"viewer","holder":"anna","endsAt":"9999-01-12T12:00:00Z"}`,              422, end.range
                    `{"role":"organiser","holder":"anna","appeal":["misspelt"]}`,                     400,
                    `not json`,                                                                       400,
                    """)
    void areRefusedWithAReason(String wish, int status, @Nullable String code) throws Exception {
        HttpResponse<String> answer = monitor().api("POST", PATH, OPERATOR, wish);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (code != null) {
            assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        }
        assertThat(tokens.all()).isEmpty();
    }

    @Test
    void areAtMostAThousand() throws Exception {
        List<Grant> many = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            many.add(new Grant(
                    "many%06d".formatted(number),
                    Role.VIEWER,
                    "olga",
                    List.of(),
                    BearerToken.random().hash(),
                    Instant.now(),
                    null));
        }
        many.forEach(grant -> kafka.send(TokenRecords.given(grant)));
        await().atMost(PATIENCE).until(() -> tokens.all().size() == many.size());

        HttpResponse<String> answer =
                monitor().api("POST", PATH, OPERATOR, "{\"role\":\"viewer\",\"holder\":\"anna\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("token.too-many");
        many.forEach(grant -> kafka.send(TokenRecords.revoked(grant, Instant.now())));
        await().atMost(PATIENCE).until(() -> tokens.all().isEmpty());
    }

    @Test
    void areMadeAndRevokedByOperatorsAlone() throws Exception {
        String wish = "{\"role\":\"operator\",\"holder\":\"vera\"}";

        assertThat(monitor().api("POST", PATH, null, wish).statusCode()).isEqualTo(401);
        assertThat(monitor().api("POST", PATH, "a token of nobody", wish).statusCode())
                .isEqualTo(401);
        assertThat(monitor().api("POST", PATH, VIEWER, wish).statusCode()).isEqualTo(403);
        assertThat(tokens.all()).isEmpty();
        JsonNode made = make(wish);
        assertThat(monitor()
                        .api("DELETE", PATH + "/" + made.path("id").asString(), VIEWER, null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(tokens.all()).hasSize(1);
    }

    @Test
    void areNotCertainWhileTheBrokerIsAwayAndOperatorsGetInAllTheSame() throws Exception {
        infrastructure.pauseKafka();
        try {
            HttpResponse<String> answer =
                    monitor().api("POST", PATH, OPERATOR, "{\"role\":\"viewer\",\"holder\":\"anna\"}");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(monitor().api("GET", PATH, OPERATOR, null).statusCode()).isEqualTo(200);
        } finally {
            infrastructure.resumeKafka();
        }
        await().atMost(PATIENCE)
                .until(() -> monitor()
                                .api("POST", PATH, OPERATOR, "{\"role\":\"viewer\",\"holder\":\"anna\"}")
                                .statusCode()
                        == 201);
    }

    @Test
    void areMadeAndRevokedOnAPageThatShowsEachOnce() throws Exception {
        assertThat(monitor().page("GET", "/tokens", "", "").headers().firstValue("Location"))
                .contains("/sign-in");
        String operator = monitor().cookie(OPERATOR);
        Matcher proof =
                PROOF.matcher(monitor().page("GET", "/tokens", operator, "").body());
        assertThat(proof.find()).isTrue();
        String form = "&form=" + proof.group(1);
        String wish = "role=operator&holder=omar&days=";

        monitor().page("POST", "/tokens/make", operator, wish + "&form=forged");
        monitor().page("POST", "/tokens/make", monitor().cookie(VIEWER), wish + form);
        assertThat(tokens.all()).isEmpty();
        HttpResponse<String> wrong =
                monitor().page("POST", "/tokens/make", operator, "role=operator&holder=o+o&days=" + form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The name is of 1 to 40 letters");
        assertThat(monitor()
                        .page("POST", "/tokens/make", operator, wish + "0" + form)
                        .statusCode())
                .isEqualTo(422);

        HttpResponse<String> made = monitor().page("POST", "/tokens/make", operator, wish + "30" + form);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        Matcher shown = SHOWN.matcher(made.body());
        assertThat(shown.find()).isTrue();
        assertThat(monitor().page("GET", "/tokens", operator, "").body())
                .contains("omar")
                .doesNotContain(shown.group(1));
        String omar = monitor().cookie(shown.group(1));
        assertThat(monitor().page("GET", "/tokens", omar, "").statusCode()).isEqualTo(200);

        monitor()
                .page(
                        "POST",
                        "/tokens/revoke",
                        operator,
                        "id=" + tokens.all().getFirst().id() + form);
        assertThat(tokens.all()).isEmpty();
        assertThat(monitor().page("GET", "/tokens", omar, "").headers().firstValue("Location"))
                .contains("/sign-in");
    }

    private JsonNode make(String wish) throws IOException, InterruptedException {
        HttpResponse<String> answer = monitor().api("POST", PATH, OPERATOR, wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String token(JsonNode made) {
        return made.path("token").asString();
    }

    private HttpResponse<String> revoke(JsonNode made) throws IOException, InterruptedException {
        return monitor().api("DELETE", PATH + "/" + made.path("id").asString(), OPERATOR, null);
    }

    private List<String> valuesOf(String topic) {
        List<String> values = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer("values", null, null)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.value() != null) {
                        values.add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                });
            }
        }
        return values;
    }

    private MonitorUnderTest monitor() {
        return new MonitorUnderTest(port);
    }
}

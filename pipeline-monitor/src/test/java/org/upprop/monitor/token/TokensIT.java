package org.upprop.monitor.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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

    private final HttpClient http = HttpClient.newHttpClient();

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
            api("DELETE", PATH + "/" + grant.id(), OPERATOR, null);
        }
    }

    @Test
    void letTheirHoldersDoWhatTheyAreForUntilTheyAreRevoked() throws Exception {
        JsonNode vera = make("{\"role\":\"viewer\",\"holder\":\"olga\"}");
        JsonNode boss = make("{\"role\":\"operator\",\"holder\":\"omar\"}");
        JsonNode other = make("{\"role\":\"organiser\",\"holder\":\"anna\"}");

        assertThat(api("GET", PATH, token(vera), null).statusCode()).isEqualTo(200);
        assertThat(api("PUT", "/api/v1/brakes/hold-mail", token(vera), null).statusCode())
                .isEqualTo(403);
        assertThat(api("PUT", "/api/v1/brakes/hold-mail", token(other), null).statusCode())
                .isEqualTo(403);
        assertThat(api("PUT", "/api/v1/brakes/hold-mail", token(boss), null).statusCode())
                .isEqualTo(200);
        assertThat(api("DELETE", "/api/v1/brakes/hold-mail", token(boss), null).statusCode())
                .isEqualTo(204);

        assertThat(revoke(boss).statusCode()).isEqualTo(204);
        await().atMost(AT_ONCE).until(() -> api("GET", PATH, token(boss), null).statusCode() == 401);
        assertThat(revoke(boss).statusCode()).isEqualTo(404);
    }

    @Test
    void standInTheRecordOfWhatWasDoneByNameAndNowhereThemselves() throws Exception {
        JsonNode boss = make("{\"role\":\"operator\",\"holder\":\"omar\",\"endsAt\":\"%s\"}"
                .formatted(Instant.now().plusSeconds(3600)));
        String id = boss.path("id").asString();
        api("DELETE", PATH + "/" + id, token(boss), null);

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

        String list = api("GET", PATH, VIEWER, null).body();

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
        HttpResponse<String> answer = api("POST", PATH, OPERATOR, wish);

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

        HttpResponse<String> answer = api("POST", PATH, OPERATOR, "{\"role\":\"viewer\",\"holder\":\"anna\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("token.too-many");
        many.forEach(grant -> kafka.send(TokenRecords.revoked(grant, Instant.now())));
        await().atMost(PATIENCE).until(() -> tokens.all().isEmpty());
    }

    @Test
    void areMadeAndRevokedByOperatorsAlone() throws Exception {
        String wish = "{\"role\":\"operator\",\"holder\":\"vera\"}";

        assertThat(api("POST", PATH, null, wish).statusCode()).isEqualTo(401);
        assertThat(api("POST", PATH, "a token of nobody", wish).statusCode()).isEqualTo(401);
        assertThat(api("POST", PATH, VIEWER, wish).statusCode()).isEqualTo(403);
        assertThat(tokens.all()).isEmpty();
        JsonNode made = make(wish);
        assertThat(api("DELETE", PATH + "/" + made.path("id").asString(), VIEWER, null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(tokens.all()).hasSize(1);
    }

    @Test
    void areNotCertainWhileTheBrokerIsAwayAndOperatorsGetInAllTheSame() throws Exception {
        infrastructure.pauseKafka();
        try {
            HttpResponse<String> answer = api("POST", PATH, OPERATOR, "{\"role\":\"viewer\",\"holder\":\"anna\"}");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(api("GET", PATH, OPERATOR, null).statusCode()).isEqualTo(200);
        } finally {
            infrastructure.resumeKafka();
        }
        await().atMost(PATIENCE)
                .until(() -> api("POST", PATH, OPERATOR, "{\"role\":\"viewer\",\"holder\":\"anna\"}")
                                .statusCode()
                        == 201);
    }

    @Test
    void areMadeAndRevokedOnAPageThatShowsEachOnce() throws Exception {
        assertThat(page("GET", "/tokens", "", "").headers().firstValue("Location"))
                .contains("/sign-in");
        String operator = cookie(OPERATOR);
        Matcher proof = PROOF.matcher(page("GET", "/tokens", operator, "").body());
        assertThat(proof.find()).isTrue();
        String form = "&form=" + proof.group(1);
        String wish = "role=operator&holder=omar&days=";

        page("POST", "/tokens/make", operator, wish + "&form=forged");
        page("POST", "/tokens/make", cookie(VIEWER), wish + form);
        assertThat(tokens.all()).isEmpty();
        HttpResponse<String> wrong = page("POST", "/tokens/make", operator, "role=operator&holder=o+o&days=" + form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The name is of 1 to 40 letters");
        assertThat(page("POST", "/tokens/make", operator, wish + "0" + form).statusCode())
                .isEqualTo(422);

        HttpResponse<String> made = page("POST", "/tokens/make", operator, wish + "30" + form);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        Matcher shown = SHOWN.matcher(made.body());
        assertThat(shown.find()).isTrue();
        assertThat(page("GET", "/tokens", operator, "").body()).contains("omar").doesNotContain(shown.group(1));
        String omar = cookie(shown.group(1));
        assertThat(page("GET", "/tokens", omar, "").statusCode()).isEqualTo(200);

        page("POST", "/tokens/revoke", operator, "id=" + tokens.all().getFirst().id() + form);
        assertThat(tokens.all()).isEmpty();
        assertThat(page("GET", "/tokens", omar, "").headers().firstValue("Location"))
                .contains("/sign-in");
    }

    private JsonNode make(String wish) throws IOException, InterruptedException {
        HttpResponse<String> answer = api("POST", PATH, OPERATOR, wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String token(JsonNode made) {
        return made.path("token").asString();
    }

    private HttpResponse<String> revoke(JsonNode made) throws IOException, InterruptedException {
        return api("DELETE", PATH + "/" + made.path("id").asString(), OPERATOR, null);
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

    private String cookie(String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = page("POST", "/sign-in", "", "token=" + token.replace(' ', '+'));
        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<String> api(String method, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> page(String method, String path, String cookie, String form)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .method(method, BodyPublishers.ofString(form))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "en")
                        .header("Cookie", cookie.isEmpty() ? "none=none" : cookie)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }
}

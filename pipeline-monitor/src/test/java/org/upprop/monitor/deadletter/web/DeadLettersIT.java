package org.upprop.monitor.deadletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.delivery.ReasonCode;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.monitor.deadletter.Place;
import org.upprop.monitor.deadletter.messaging.RepairTopicsUnderTest;
import org.upprop.monitor.deadletter.web.MonitorApi.Answer;
import tools.jackson.databind.JsonNode;

/** Operators look at the dead letters, and do something about them. */
@OnRealInfrastructure
class DeadLettersIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Pattern HIDDEN = Pattern.compile("name=\"(form|count)\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name = UUID.randomUUID() + " ";

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    private MonitorApi monitor;
    private RepairTopicsUnderTest topics;

    @BeforeEach
    void begin() {
        monitor = new MonitorApi(port);
        topics = new RepairTopicsUnderTest(kafka, consumers);
        await().atMost(LONG).until(monitor::isReady);
    }

    @Test
    void areListedWithoutWhatTheyHold() throws Exception {
        List<Place> letters = topics.setAside(5, name, ReasonCode.UNEXPECTED);
        await().atMost(LONG)
                .until(() -> listed("?limit=100")
                        .toString()
                        .contains(letters.getLast().toString()));

        JsonNode first = monitor.get("/api/v1/dead-letters?reason=UNEXPECTED&state=waiting&limit=3")
                .body();
        assertThat(first.path("items").size()).isEqualTo(3);
        JsonNode second = monitor.get("/api/v1/dead-letters?reason=UNEXPECTED&state=waiting&limit=3&after="
                        + first.path("next").asString())
                .body();
        assertThat(List.of(first, second))
                .flatExtracting(part -> part.path("items").findValuesAsString("id"))
                .doesNotHaveDuplicates()
                .containsAll(letters.stream().map(Place::toString).toList());
        JsonNode letter = first.path("items").path(0);
        assertThat(letter.path("reason").asString()).isEqualTo("UNEXPECTED");
        assertThat(letter.path("state").asString()).isEqualTo("waiting");
        assertThat(letter.path("type").asString()).isEqualTo("org.upprop.signature.submitted.v1");
        assertThat(letter.path("appeal").asString()).isEqualTo("kazakhstan-2022");
        assertThat(letter.path("original").asString()).endsWith("/7");
        assertThat(letter.path("size").asInt()).isPositive();
        assertThat(first.toString()).doesNotContain(name, "value of");
        assertThat(meters.get("upprop.dead.letters")
                        .tags("topic", Topics.SUBMITTED, "reason", "UNEXPECTED", "state", "waiting")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ?limit=0,          422, limit.range
                    ?limit=101,        422, limit.range
                    ?topic=elsewhere,  422, topic.unknown
                    ?reason=WHATEVER,  422, reason.unknown
                    ?state=lost,       422, state.unknown
                    ?after=anything,   400, invalid-cursor
                    ?limit=many,       400, ''
                    """)
    void areNotListedWhereTheAddressIsWrong(String query, int status, String code) throws Exception {
        Answer answer = monitor.get("/api/v1/dead-letters" + query);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().toString()).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    redrives; {};                                            422; selection.one
                    redrives; {"all": true, "reason": "INVALID"};            422; selection.one
                    redrives; {"all": false};                                422; selection.one
                    redrives; {"ids": []};                                   422; ids.number
                    redrives; {"ids": ["a", null]};                          422; ids.invalid
                    redrives; {"reason": "WHATEVER"};                        422; reason.unknown
                    redrives; {"topic": "elsewhere"};                        422; topic.unknown
                    redrives; {"reason": "INVALID", "perSecond": 501};       422; perSecond.range
                    redrives; {"reason": "INVALID", "perSecond": 0};         422; perSecond.range
                    redrives; {"reason": "INVALID", "dryrun": true};         400; ''
                    redrives; {"reason": "INVALID", "dryRun": true} more;    400; ''
                    discards; {"reason": "INVALID"};                         422; because.length
                    discards; {"reason": "INVALID", "because": "  "};        422; because.length
                    """)
    void areLeftAloneWhereTheBodyIsWrong(String path, String body, int status, String code) throws Exception {
        Answer answer = monitor.post("/api/v1/" + path, body);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().toString()).contains(code);
    }

    @Test
    void areSeenByViewersAndSentAgainByOperatorsAlone() throws Exception {
        MonitorApi viewer = new MonitorApi(port, "the token of vera");
        MonitorApi nobody = new MonitorApi(port, "a token of nobody");

        assertThat(viewer.get("/api/v1/dead-letters").status()).isEqualTo(200);
        assertThat(viewer.post("/api/v1/redrives", "{\"all\": true}").status()).isEqualTo(403);
        assertThat(viewer.post("/api/v1/discards", "{\"all\": true, \"because\": \"so\"}")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.delete("/api/v1/redrives/current").status()).isEqualTo(403);
        assertThat(nobody.get("/api/v1/dead-letters").status()).isEqualTo(401);
        assertThat(nobody.get("/api/v1/redrives/current").status()).isEqualTo(401);
    }

    @Test
    void areSentAgainFromThePageOnceTheirNumberWasSeen() throws Exception {
        List<Place> letters = topics.setAside(3, name, ReasonCode.REFUSED_BY_DATABASE);
        await().atMost(LONG)
                .until(() -> listed("?limit=100")
                        .toString()
                        .contains(letters.getLast().toString()));
        assertThat(page("GET", "/dead-letters", "", "").headers().firstValue("Location"))
                .contains("/sign-in");
        String cookie = page("POST", "/sign-in", "", "token=a+token+of+operators")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
        String list = page("GET", "/dead-letters?reason=REFUSED_BY_DATABASE", cookie, "")
                .body();
        assertThat(list).contains("The database refused it", letters.getFirst().toString(), "Send again…");
        assertThat(list).doesNotContain(name, "value of");
        String ticked = "form=%s&ids=%s&ids=%s"
                .formatted(hidden(list, "form"), encoded(letters.get(0)), encoded(letters.get(1)));

        HttpResponse<String> asked = page("POST", "/dead-letters/redrive", cookie, ticked);

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("2 dead letters will be sent again.");
        assertThat(topics.back(name)).isEmpty();
        assertThat(page("POST", "/dead-letters/redrive", cookie, ticked + "&count=3")
                        .body())
                .contains("There are others than a moment ago.");
        String confirmed = ticked + "&perSecond=50&count=" + hidden(asked.body(), "count");
        assertThat(page("POST", "/dead-letters/redrive", cookie, confirmed).statusCode())
                .isEqualTo(303);
        await().atMost(LONG).until(() -> topics.back(name).size() == 2);
        await().atMost(LONG)
                .until(() -> page("GET", "/dead-letters", cookie, "")
                        .body()
                        .contains("It has ended: 2 of 2 are on their way again"));

        String last = "form=%s&count=1&ids=%s".formatted(hidden(list, "form"), encoded(letters.get(2)));
        assertThat(page("POST", "/dead-letters/discard", cookie, last + "&because=")
                        .body())
                .contains("Say why, in at most 500 characters.");
        assertThat(page("POST", "/dead-letters/discard", cookie, last + "&because=a+trial")
                        .statusCode())
                .isEqualTo(303);
        assertThat(listed("?state=discarded&reason=REFUSED_BY_DATABASE").toString())
                .contains(letters.getLast().toString());
        assertThat(page("GET", "/audit", cookie, "").body()).contains("Dead letters were discarded", "a trial");
    }

    private JsonNode listed(String query) throws IOException, InterruptedException {
        return monitor.get("/api/v1/dead-letters" + query).body();
    }

    private HttpResponse<String> page(String method, String path, String cookie, String form)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                        .method(method, BodyPublishers.ofString(form))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "en")
                        .header("Cookie", cookie.isEmpty() ? "none=none" : cookie)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(Place place) {
        return URLEncoder.encode(place.toString(), StandardCharsets.UTF_8);
    }

    private static String hidden(String page, String field) {
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            if (hidden.group(1).equals(field)) {
                return hidden.group(2);
            }
        }
        throw new AssertionError("No field " + field);
    }
}

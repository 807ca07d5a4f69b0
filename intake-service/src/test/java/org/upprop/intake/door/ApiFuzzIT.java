package org.upprop.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.intake.Intake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes requests of the OpenAPI document that the service serves: valid ones, ones with a mistake, and hostile ones; and
 * for the pages, which no document describes. None may be answered with 500, with what the document does not say, or with
 * an error that is no problem.
 *
 * <p>{@code -Dupprop.fuzz.requests=20000} sends so many, and {@code -Dupprop.fuzz.seed=…} others.
 */
@OnRealInfrastructure(
        properties = {
            "upprop.admission.burst=1000000/1m",
            "upprop.admission.sustained=1000000/1h",
            "upprop.admission.budget=1000000/1m"
        })
class ApiFuzzIT {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFuzzIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int REQUESTS = Integer.getInteger("upprop.fuzz.requests", 1_500);
    private static final long SEED = Long.getLong("upprop.fuzz.seed", 2022);
    private static final int SENDERS = 8;
    private static final int SHOWN = 20;

    /** One request in so many is for a page. */
    private static final int PAGES = 5;

    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");

    /** What may be answered besides where method, path or headers are not those of the operation. */
    private static final List<Integer> OF_OTHERS =
            List.of(400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 417, 422, 501, 505);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private final String slug = Intake.newSlug();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final Queue<String> found = new ConcurrentLinkedQueue<>();
    private JsonNode document = JsonMapper.shared().createObjectNode();
    private SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @BeforeEach
    void readTheDocument() throws Exception {
        Intake intake = new Intake(port);
        await().atMost(PATIENCE)
                .untilAsserted(() -> intake.health("readiness").expectStatus().isOk());
        intake.publish(slug).expectStatus().isCreated();
        String text = RawHttp.exchange(
                        port, Request.of("GET", "/api/v1/openapi.json").bytes(""))
                .body();
        document = JsonMapper.shared().readTree(text);
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of("https://upprop.test/api", text)));
    }

    @Test
    void answersNothingThatIsNotDocumented() throws Exception {
        LOG.info("Fuzzing with {} requests from seed {}", REQUESTS, SEED);
        List<ApiOperation> operations = ApiOperation.in(document);
        assertThat(operations).hasSizeGreaterThan(4);
        PageAttempts pages = new PageAttempts(paths(), fields());

        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int index = 0; index < REQUESTS; index++) {
                long seed = SEED + index;
                if (index % PAGES == 0) {
                    senders.submit(() -> send(pages.of(seed), seed));
                } else {
                    senders.submit(() -> send(Attempt.of(document, operations, seed), seed));
                }
            }
        }

        LOG.info("Answers: {}", new TreeMap<>(answers));
        found.stream().limit(SHOWN).forEach(LOG::error);
        assertThat(found.size()).as("answers that should not be").isZero();
        assertThat(answers.values().stream().mapToLong(LongAdder::sum).sum())
                .as("answers")
                .isEqualTo(REQUESTS);
        assertThat(answers.keySet())
                .contains("POST 202", "POST 400", "POST 404", "POST 422", "PUT 201", "PUT 401", "PUT 422", "GET 200");
    }

    private List<String> paths() {
        return handlers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.startsWith("/api/") && !path.equals("/error"))
                .sorted()
                .toList();
    }

    /** As the page of an appeal has them. */
    private List<String> fields() throws IOException {
        Request page = Request.of("GET", "/appeals/" + Request.SLUG).with("Accept: text/html");
        return NAME.matcher(RawHttp.exchange(port, page.bytes(slug)).body())
                .results()
                .map(name -> name.group(1))
                .distinct()
                .toList();
    }

    private void send(Attempt attempt, long seed) {
        send(attempt.request(), seed, answer -> complaints(attempt, answer));
    }

    private void send(Request page, long seed) {
        send(page, seed, answer -> answer.status() == 500 ? List.of("nobody foresaw it") : mistakesIn(answer));
    }

    private void send(Request request, long seed, Function<RawHttp.Answer, List<String>> check) {
        try {
            var answer = RawHttp.exchange(port, request.bytes(slug));
            String method = request.line().split(" ")[0];
            answers.computeIfAbsent(method + " " + answer.status(), unseen -> new LongAdder())
                    .increment();
            check.apply(answer)
                    .forEach(complaint -> found.add("seed " + seed + ": " + request.line() + " " + request.headers()
                            + " was answered " + answer.status() + " " + answer.body() + ": " + complaint));
        } catch (Exception failed) {
            found.add("seed " + seed + ": " + request.line() + ": " + failed);
        }
    }

    private List<String> complaints(Attempt attempt, RawHttp.Answer answer) {
        List<String> complaints = new ArrayList<>();
        int status = answer.status();
        boolean documented = attempt.operation().documents(status);
        if (status == 500) {
            complaints.add("nobody foresaw it");
        } else if (attempt.polite()
                ? !documented && status != 405
                : !documented && status >= 400 && !OF_OTHERS.contains(status)) {
            complaints.add("the document does not say so");
        }
        if (!attempt.request().line().startsWith("HEAD")) {
            complaints.addAll(mistakesIn(answer));
        }
        if (attempt.polite() && documented) {
            complaints.addAll(deviations(attempt.operation(), answer));
        }
        return complaints;
    }

    private List<String> mistakesIn(RawHttp.Answer answer) {
        if (answer.status() < 400 || answer.header("Content-Type").startsWith("text/html")) {
            return List.of();
        }
        if (!answer.header("Content-Type").equals("application/problem+json")) {
            return List.of("it is no problem");
        }
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        boolean whole = problem.path("status").asInt() == answer.status()
                && !problem.path("title").asString("").isEmpty();
        return whole ? List.of() : List.of("the problem lacks its status or title");
    }

    private List<String> deviations(ApiOperation operation, RawHttp.Answer answer) {
        String type = answer.header("Content-Type");
        String schema = operation.schemaOf(answer.status(), type);
        if (schema.isEmpty()) {
            boolean mayBeEmpty = operation.mediaTypes(answer.status()).isEmpty()
                    && answer.body().isEmpty();
            return mayBeEmpty ? List.of() : List.of("the document has no schema for " + type);
        }
        return schemas
                .getSchema(SchemaLocation.of("https://upprop.test/api#" + schema))
                .validate(answer.body(), InputFormat.JSON)
                .stream()
                .map(Error::getMessage)
                .toList();
    }
}

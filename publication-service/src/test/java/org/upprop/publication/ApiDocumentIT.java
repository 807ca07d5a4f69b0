package org.upprop.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.messaging.SignatureRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the API is whole and says what is answered; and no path of it points at people who are at risk. */
@OnRealInfrastructure
class ApiDocumentIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String DOCUMENT = "/api/v1/publication/openapi.json";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PEOPLE = 9;

    private final AppealSlug appeal = Appeals.newSlug();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private String text = "";
    private JsonNode document = JSON.createObjectNode();

    @BeforeEach
    void readTheDocument() throws Exception {
        HttpResponse<String> answer = get(DOCUMENT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        text = answer.body();
        document = JSON.readTree(text);
    }

    @Test
    void describesEveryPathOfTheApi() {
        Set<String> served = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .filter(address -> address.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    documented.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    assertThat(operation.path("summary").asString("")).isNotEmpty();
                    assertThat(operation.path("responses").propertyNames()).contains("500", "503");
                }));

        assertThat(documented).isEqualTo(served);
    }

    @Test
    void leadsSomewhereWithEachReference() {
        assertThat(document.findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(
                                document.at(ref.asString().substring(1)).isObject())
                        .as(ref.asString())
                        .isTrue());
    }

    @Test
    void describesTheAnswersThatAreGiven() throws Exception {
        publish(false);
        release(Stream.of(anOrganisation(), aPerson(1)));
        await().atMost(LONG).until(() -> get(list("/count")).body().contains("\"total\":2"));

        assertThat(faults("Signatories", get(list("/signatories?limit=1")))).isEmpty();
        assertThat(faults("Count", get(list("/count")))).isEmpty();
        assertThat(faults("History", get(list("/history")))).isEmpty();
        assertThat(faults("Problem", get(list("/signatories?after=forged")))).isEmpty();
        assertThat(faults("Problem", get("/api/v1/appeals/none/count"))).isEmpty();
        assertThat(get(list("/signatories.ndjson")).body().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(schema("Signatory").validate(line, InputFormat.JSON))
                        .isEmpty());
        assertThat(faults("Count", get(list("/history")))).isNotEmpty();
    }

    @Test
    void pointsAtNobodyWhoIsAtRiskOnAnyPathOfAList() throws Exception {
        publish(false);
        release(IntStream.range(0, PEOPLE).mapToObj(this::aPerson));
        await().atMost(LONG).until(() -> get(list("/count")).body().contains("\"total\":" + PEOPLE));
        Map<String, String> before = answers();
        assertThat(before.get("/signatories")).contains("\"IE\"", "\"Cork\"");
        assertThat(before.get("/events")).contains("" + PEOPLE);

        publish(true);
        await().atMost(LONG).until(() -> get(list("/count")).body().contains("\"total\":null"));

        assertThat(answers())
                .hasSameSizeAs(before)
                .allSatisfy((path, answer) -> assertThat(answer)
                        .as(path)
                        .doesNotContain("\"IE\"", ",IE,", "Cork", ":" + PEOPLE + ",", ":" + PEOPLE + "}"));
    }

    /** What each path of a list answers, by the document, to whoever has no token. */
    private Map<String, String> answers() {
        return Stream.of(document.path("paths").propertyNames().toArray(String[]::new))
                .filter(path -> path.startsWith("/api/v1/appeals/{slug}/"))
                .map(path -> path.substring("/api/v1/appeals/{slug}".length()))
                .collect(Collectors.toMap(path -> path, this::answer));
    }

    private String answer(String path) {
        try (InputStream body =
                http.send(request(list(path)), BodyHandlers.ofInputStream()).body()) {
            return path.equals("/events") ? firstEvent(body) : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String firstEvent(InputStream events) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    private void release(Stream<EntryEvent> entries) {
        entries.map(entry -> kafka.send(SignatureRecords.entry(entry, Instant.now())))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void publish(boolean atRisk) {
        kafka.send(AppealRecords.present(Appeals.inRevision(atRisk ? 2 : 1, appeal, true, atRisk)))
                .join();
        await().atMost(LONG).until(() -> get(list("/count")).statusCode() == 200);
    }

    private EntryEvent aPerson(int number) {
        return AnEntry.of("Ada " + "ABCDEFGHI".charAt(number))
                .on(appeal)
                .from("IE")
                .listed();
    }

    private EntryEvent anOrganisation() {
        return AnEntry.ofOrganisation("Dockers’ Union").on(appeal).from("SE").listed();
    }

    private String list(String part) {
        return "/api/v1/appeals/" + appeal + part;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(LONG)
                .build();
    }

    private List<?> faults(String name, HttpResponse<String> answer) {
        return schema(name).validate(answer.body(), InputFormat.JSON);
    }

    private Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of("https://upprop.org/openapi.json", text)))
                .getSchema(SchemaLocation.of("https://upprop.org/openapi.json#/components/schemas/" + name));
    }
}

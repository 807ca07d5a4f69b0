package org.upprop.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.messaging.BrakeRecords;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.Watermark;
import org.upprop.signature.messaging.SignatureRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the verified topic to the list that everybody reads. */
@OnRealInfrastructure
class PublicationIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AppealSlug appeal = Appeals.newSlug();
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
    KafkaListenerEndpointRegistry listeners;

    @BeforeEach
    void publishTheAppeal() {
        Appeals.publish(appeal, kafka, appeals);
    }

    @Test
    void showsAndCountsWhatOwnersReleased() {
        AnEntry ada = aPerson("Ada Lovelace").from("IE");
        verify(
                ada.listed(),
                anOrganisation("Dockers’ Union").from("SE").listed(),
                aPerson("Nobody").shown(Display.HIDDEN).listed());
        awaitTotal(3);

        JsonNode count = json("/count");
        assertThat(numbers(count, "individuals", "organisations", "hidden", "goal"))
                .containsExactly(2, 1, 1, 500);
        assertThat(names(json("/signatories"))).containsExactly("Dockers’ Union", "Ada Lovelace");
        JsonNode person = json("/signatories").get("items").get(1);
        assertThat(texts(person, "id", "kind", "role", "city", "country", "listedOn"))
                .containsExactly(ada.id().toString(), "individual", "Baker", "Cork", "IE", "2022-01-12");
    }

    @Test
    void showsTheListAsAPageInTheReadersLanguage() {
        verify(
                aPerson("Ada Lovelace").listed(),
                anOrganisation("Dockers’ Union").listed());
        awaitTotal(2);

        assertThat(page("en").body())
                .contains("Bread for all", "Ada Lovelace", "Dockers’ Union", "<strong>2</strong> have signed");
        assertThat(page("sv").body()).contains("Bröd åt alla", "Ada Lovelace", "har skrivit under");
    }

    @Test
    void pagesThroughOrganisationsByNameAndThenPeopleNewestFirst() {
        verify(
                anOrganisation("Zinc").listed(),
                anOrganisation("amber").listed(),
                anOrganisation("Öre").listed(),
                aPerson("first").listed(),
                aPerson("second").later(Duration.ofMinutes(1)).listed(),
                aPerson("third").later(Duration.ofMinutes(2)).listed());
        awaitTotal(6);

        JsonNode page = json("/signatories?limit=2");
        List<List<String>> pages = new ArrayList<>(List.of(names(page)));
        verify(
                anOrganisation("Aardvark").listed(),
                aPerson("fourth").later(Duration.ofMinutes(3)).listed());
        awaitTotal(8);
        while (page.get("next").isString()) {
            page = json("/signatories?limit=2&after=" + page.get("next").asString());
            pages.add(names(page));
        }

        assertThat(pages)
                .as("whoever comes meanwhile stands in their place, and nobody twice")
                .containsExactly(
                        List.of("amber", "Öre"),
                        List.of("Zinc", "fourth"),
                        List.of("third", "second"),
                        List.of("first"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kind=organisation            | Dockers of Cork
                    kind=individual              | Grace Clove, Ada Lovelace
                    country=IE                   | Dockers of Cork, Ada Lovelace
                    q=love                       | Ada Lovelace
                    q=cork&country=IE            | Dockers of Cork
                    q=.*                         | ''
                    kind=individual&country=SE   | Grace Clove
                    """)
    void showsOnlyWhomTheReaderAskedFor(String filter, String found) {
        verify(
                anOrganisation("Dockers of Cork").from("IE").listed(),
                aPerson("Ada Lovelace").from("IE").listed(),
                aPerson("Grace Clove").from("SE").later(Duration.ofMinutes(1)).listed());
        awaitTotal(3);

        assertThat(String.join(", ", names(json("/signatories?" + filter)))).isEqualTo(found);
    }

    @Test
    void showsJustTheEntriesThatAreAskedForInThatOrder() {
        AnEntry ada = aPerson("Ada Lovelace");
        AnEntry union = anOrganisation("Dockers’ Union");
        AnEntry shy = aPerson("A. B.").shown(Display.INITIALS);
        AnEntry hidden = aPerson("Nobody").shown(Display.HIDDEN);
        AnEntry elsewhere = AnEntry.of("Somebody else").on(Appeals.newSlug());
        verify(
                ada.listed(),
                union.listed(),
                shy.listed(),
                hidden.listed(),
                aPerson("Grace").listed());
        verify(elsewhere.listed());
        awaitTotal(5);
        String asked = ids(ada, hidden, union, elsewhere, AnEntry.of("Unknown"), shy, ada);

        JsonNode found = json("/signatories?" + asked);
        assertThat(names(found)).containsExactly("Ada Lovelace", "Dockers’ Union", "A. B.");
        assertThat(found.get("next").isNull()).isTrue();

        verify(ada.inVersion(2).removed());
        awaitTotal(4);
        assertThat(names(json("/signatories?" + asked))).containsExactly("Dockers’ Union", "A. B.");
    }

    @Test
    void takesAHundredIdsAndNoMore() {
        AnEntry[] many =
                IntStream.range(0, 101).mapToObj(number -> AnEntry.of("N")).toArray(AnEntry[]::new);

        assertThat(get(signatories(ids(Arrays.copyOf(many, 100)))).statusCode()).isEqualTo(200);
        assertThat(get(signatories(ids(many))).statusCode()).isEqualTo(422);
    }

    private String signatories(String query) {
        return "/api/v1/appeals/" + appeal + "/signatories?" + query;
    }

    private static String ids(AnEntry... entries) {
        return Arrays.stream(entries).map(entry -> "id=" + entry.id()).collect(Collectors.joining("&"));
    }

    @ParameterizedTest
    @CsvSource({
        "id=1-x, 400, id.unreadable",
        "id=, 400, id.unreadable",
        "kind=individual&id=7c9e6679-7425-40de-944b-e07fc1f90ae7, 400, id.combined",
        "id=7c9e6679-7425-40de-944b-e07fc1f90ae7&limit=1, 400, id.combined",
        "after=bm90LW1pbmU, 400, cursor.invalid",
        "limit=many, 400, limit.unreadable",
        "limit=101, 422, limit.out-of-range",
        "kind=ghost, 422, kind.unknown",
        "country=ZZ, 422, country.unknown"
    })
    void refusesAParameterThatIsWrongAndDoesNotRepeatIt(String parameter, int status, String code) {
        HttpResponse<String> answer = get("/api/v1/appeals/" + appeal + "/signatories?" + parameter);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(tree(answer).get("errors").get(0).get("code").asString()).isEqualTo(code);
        assertThat(parameter.substring(parameter.indexOf('=') + 1))
                .satisfiesAnyOf(
                        given -> assertThat(given).isEmpty(),
                        given -> assertThat(answer.body()).doesNotContain(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-appeal", "No-Name"})
    void saysThatThereIsNoSuchAppeal(String slug) {
        for (String part : List.of("/signatories", "/count")) {
            HttpResponse<String> answer = get("/api/v1/appeals/" + slug + part);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
            assertThat(tree(answer).get("type").asString()).endsWith("/unknown-appeal");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/signatories, 'max-age=10, public, stale-if-error=590, stale-while-revalidate=50'",
        "/count, 'max-age=10, public, stale-if-error=86400, stale-while-revalidate=300'"
    })
    void sendsNothingAgainToAReaderWhoHasItUntilItChanges(String part, String caching) {
        verify(aPerson("Ada").listed());
        awaitTotal(1);
        HttpResponse<String> first = get("/api/v1/appeals/" + appeal + part);
        String etag = header(first, "ETag");
        assertThat(header(first, "Cache-Control")).isEqualTo(caching);

        HttpResponse<String> again = getUnless(etag, part);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(List.of(header(again, "ETag"), header(again, "Cache-Control")))
                .containsExactly(etag, caching);

        verify(aPerson("Grace").listed());
        awaitTotal(2);
        HttpResponse<String> changed = getUnless(etag, part);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isNotEqualTo(etag);
    }

    @Test
    void tellsHowTheListGrewByHourAndByDay() {
        AnEntry late = aPerson("Grace").later(Duration.ofHours(30));
        verify(
                aPerson("Ada").listed(),
                anOrganisation("Union").listed(),
                aPerson("Nobody")
                        .shown(Display.HIDDEN)
                        .later(Duration.ofHours(1))
                        .listed(),
                late.listed());
        awaitTotal(4);

        JsonNode days = json("/history");
        assertThat(days.get("items").valueStream().map(item -> item.get("from").asString()))
                .containsExactly("2022-01-12T00:00:00Z", "2022-01-13T00:00:00Z");
        assertThat(numbers(days.get("items").get(0), "individuals", "organisations", "total"))
                .containsExactly(2, 1, 3);
        assertThat(numbers(days.get("items").get(1), "individuals", "organisations", "total"))
                .containsExactly(1, 0, 4);
        assertThat(json("/history?resolution=hour").get("items")).hasSize(3);

        verify(late.inVersion(2).removed());
        awaitTotal(3);
        assertThat(json("/history").get("items")).hasSize(1);
        assertThat(get("/api/v1/appeals/" + appeal + "/history?resolution=week").statusCode())
                .isEqualTo(422);
    }

    @Test
    void keepsOrganisationsOfATypeTogetherAndBranchesBesideTheirParent() {
        verify(
                anOrganisation("Amber").ofType(OrganisationType.OTHER).listed(),
                anOrganisation("Zinc").listed(),
                anOrganisation("Miners").listed(),
                anOrganisation("Branch of the south").partOf("Miners").listed(),
                anOrganisation("North").listed(),
                anOrganisation("Cooks").ofType(OrganisationType.PARTY).listed());
        awaitTotal(6);

        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json("/signatories?limit=1&after=" + after);
            names.addAll(names(page));
            after = page.get("next").asString("");
        } while (!after.isEmpty());

        assertThat(names).containsExactly("Branch of the south", "Miners", "North", "Zinc", "Cooks", "Amber");
        assertThat(names(json("/signatories?q=m"))).containsExactly("Miners");
    }

    @Test
    void isFoundBySearchEnginesOnlyWhereTheOrganiserWantsIt() {
        verify(aPerson("Ada").listed());
        awaitTotal(1);
        assertThat(robots("")).containsExactly("noindex");
        assertThat(page("en").body()).contains("content=\"noindex\"");

        kafka.send(AppealRecords.present(Appeals.indexed(2, appeal, false))).join();
        await().atMost(LONG).until(() -> robots("").equals(List.of("all")));
        assertThat(page("en").body()).doesNotContain("noindex");
        assertThat(robots("?q=ada")).containsExactly("noindex");
        assertThat(robots("?report=1")).containsExactly("noindex");

        kafka.send(AppealRecords.present(Appeals.indexed(3, appeal, true))).join();
        await().atMost(LONG).until(() -> robots("").equals(List.of("noindex")));
        assertThat(page("en").body()).contains("content=\"noindex\"");
    }

    @Test
    void drawsOnThePageWhatTheDatabaseCounts() {
        AnEntry late = aPerson("Late").from("KZ").later(Duration.ofDays(7));
        verify(
                aPerson("Ada").from("IE").listed(),
                aPerson("Grace").from("IE").later(Duration.ofDays(1)).listed(),
                anOrganisation("Dockers’ Union")
                        .from("SE")
                        .later(Duration.ofDays(1))
                        .listed(),
                aPerson("Nobody").shown(Display.HIDDEN).listed(),
                late.listed());
        awaitTotal(5);

        assertThat(page("en").body())
                .contains("The list grew to 5 from 12 January 2022 until 19 January 2022.")
                .contains("13 January 2022</th><td>2</td><td>4</td>", "19 January 2022</th><td>1</td><td>5</td>")
                .contains("Most are from Ireland: 2.", "Kazakhstan</th><td>1</td>", "Kazakhstan (1)")
                .contains("1 more does not say where, or is not shown.")
                .doesNotContain("Norway");
        assertThat(get("/appeals/" + appeal + "/signatories?lang=en&country=IE").body())
                .contains("Found: 0 organisations, 2 people.")
                .doesNotContain("<svg");

        verify(late.inVersion(2).removed());
        awaitTotal(4);

        assertThat(page("en").body())
                .contains("from 12 January 2022 at 10:00 UTC until 13 January 2022 at 11:00 UTC")
                .doesNotContain("Kazakhstan");
    }

    @Test
    void takesANameOffForGood() {
        AnEntry ada = aPerson("Ada");
        verify(ada.listed(), aPerson("Grace").listed());
        awaitTotal(2);

        verify(ada.inVersion(2).removed());
        awaitTotal(1);
        verify(ada.listed(), aPerson("Katherine").listed());
        awaitTotal(2);

        assertThat(names(json("/signatories"))).containsExactlyInAnyOrder("Grace", "Katherine");
    }

    @Test
    void tellsNothingThatPointsAtPeopleWhoAreAtRisk() {
        List<AnEntry> people = IntStream.range(0, 9)
                .mapToObj(n -> aPerson("Ada " + n).from("IE"))
                .toList();
        AnEntry union = anOrganisation("Dockers’ Union").from("SE");
        verify(people.stream().map(AnEntry::listed).toArray(EntryEvent[]::new));
        awaitTotal(9);
        String known = header(get("/api/v1/appeals/" + appeal + "/signatories"), "etag");

        kafka.send(AppealRecords.present(Appeals.inRevision(2, appeal, true))).join();
        await().atMost(LONG).until(() -> json("/count").get("total").isNull());

        assertThat(json("/count").get("individuals").isNull()).isTrue();
        assertThat(getUnless(known, "/signatories").statusCode()).isEqualTo(200);
        assertThat(json("/signatories").get("items")).hasSize(9).allSatisfy(person -> {
            assertThat(person.get("role").asString()).isEqualTo("Baker");
            assertThat(person.get("city").isNull()).isTrue();
            assertThat(person.get("country").isNull()).isTrue();
        });
        assertThat(page("en").body())
                .contains("Ada 1", "How many have signed is told from 10 on.")
                .doesNotContain("<strong>", "<progress", "Ireland", "Cork");
        assertThat(json("/history").get("items")).isEmpty();
        assertThat(get("/api/v1/appeals/" + appeal + "/history?resolution=hour").statusCode())
                .isEqualTo(422);
        Map.of("country=IE", "country.at-risk", "q=Ada", "q.at-risk", "q=Ada&kind=individual", "q.at-risk")
                .forEach((query, code) -> {
                    HttpResponse<String> answer = get("/api/v1/appeals/" + appeal + "/signatories?" + query);
                    assertThat(answer.statusCode()).as(query).isEqualTo(422);
                    assertThat(answer.body()).contains(code);
                });

        verify(union.listed());
        await().atMost(LONG).until(() -> json("/count").get("total").isNumber());
        assertThat(json("/count").get("total").asInt()).isEqualTo(10);
        assertThat(json("/count").get("organisations").isNull()).isTrue();
        assertThat(names(json("/signatories?kind=organisation&q=dock"))).containsExactly("Dockers’ Union");
    }

    @Test
    void staysAsItIsWhileABrakeHoldsItAndThenReadsOn() {
        Brake pause = new Brake(BrakeKind.PAUSE_PUBLICATION, null, null, Instant.now());
        verify(aPerson("Ada Lovelace").listed());
        awaitTotal(1);
        kafka.send(BrakeRecords.on(pause)).join();
        try {
            await().atMost(LONG)
                    .until(() -> listeners.getAllListenerContainers().stream()
                            .allMatch(MessageListenerContainer::isContainerPaused));

            verify(aPerson("Grace Hopper").listed());

            await().during(Duration.ofSeconds(2))
                    .atMost(LONG)
                    .until(() -> json("/count").get("total").asInt() == 1);
        } finally {
            kafka.send(BrakeRecords.off(pause, Instant.now())).join();
        }
        awaitTotal(2);
    }

    @Test
    void saysThatAnAppealIsOverThatABrakeClosed() {
        verify(aPerson("Ada Lovelace").listed());
        awaitTotal(1);
        assertThat(page("en").body()).doesNotContain("class=\"closed\"");

        kafka.send(BrakeRecords.on(new Brake(BrakeKind.CLOSE_APPEAL, appeal, null, Instant.now())))
                .join();

        await().atMost(LONG).untilAsserted(() -> assertThat(page("en").body()).contains("class=\"closed\""));
    }

    @Test
    void setsAsideRandomBytesAndGoesOnBehindThem() {
        EntryEvent event = aPerson("Ada").listed();
        ProducerRecord<byte[], byte[]> next = SignatureRecords.entry(event, Instant.now());
        byte[] bare = noise();
        byte[] disguised = noise();
        sendNoise(next.key(), bare, new RecordHeaders());
        sendNoise(next.key(), disguised, next.headers());
        verify(event);

        awaitTotal(1);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(deadLettersUnder(next.key()))
                        .extracting(ConsumerRecord::value)
                        .containsExactly(bare, disguised));
    }

    @Test
    void passesOverWatermarksAndSetsNoneAside() {
        AnEntry entry = aPerson("Ada");
        IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
                .mapToObj(partition -> new Watermark(partition, Instant.now(), Map.of(appeal.value(), 1L)))
                .map(SignatureRecords::watermark)
                .forEach(mark -> kafka.send(mark).join());
        verify(entry.listed());
        awaitTotal(1);
        verify(entry.inVersion(2).removed());
        awaitTotal(0);

        assertThat(IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
                        .mapToObj(partition -> ("watermark/" + partition).getBytes(StandardCharsets.UTF_8)))
                .allSatisfy(key -> assertThat(deadLettersUnder(key)).isEmpty());
    }

    @Test
    void alertsOfItsListenersItsBooksItsRelayAndTheBroker() {
        HttpResponse<String> health = get("/actuator/health/pipeline");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(tree(health).get("components").propertyNames())
                .containsExactlyInAnyOrder("listeners", "verified", "appeals", "tokens", "relay", "broker");
    }

    private AnEntry aPerson(String name) {
        return AnEntry.of(name).on(appeal);
    }

    private AnEntry anOrganisation(String name) {
        return AnEntry.ofOrganisation(name).on(appeal);
    }

    private void verify(EntryEvent... events) {
        Arrays.stream(events)
                .map(event -> kafka.send(SignatureRecords.entry(event, Instant.now())))
                .toList()
                .forEach(sent -> sent.join());
    }

    private void sendNoise(byte[] key, byte[] value, Headers headers) {
        kafka.send(new ProducerRecord<>(Topics.VERIFIED, null, key, value, headers))
                .join();
    }

    private static byte[] noise() {
        byte[] bytes = new byte[300];
        new Random().nextBytes(bytes);
        return bytes;
    }

    private void awaitTotal(int total) {
        await().atMost(LONG).until(() -> json("/count").get("total").asInt() == total);
    }

    private JsonNode json(String part) {
        return tree(get("/api/v1/appeals/" + appeal + part));
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> names(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private static List<String> texts(JsonNode node, String... fields) {
        return Arrays.stream(fields).map(field -> node.get(field).asString()).toList();
    }

    private static List<Integer> numbers(JsonNode node, String... fields) {
        return Arrays.stream(fields).map(field -> node.get(field).asInt()).toList();
    }

    private List<String> robots(String query) {
        return get("/appeals/" + appeal + "/signatories" + query).headers().allValues("X-Robots-Tag");
    }

    private HttpResponse<String> page(String language) {
        return send(request("/appeals/" + appeal + "/signatories").header("Accept-Language", language));
    }

    private HttpResponse<String> getUnless(String etag, String part) {
        return send(request("/api/v1/appeals/" + appeal + part).header("If-None-Match", etag));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                .join();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLettersUnder(byte[] key) {
        List<TopicPartition> partitions = IntStream.range(0, Topics.SIGNATURE_PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topics.deadLettersOf(Topics.VERIFIED), number))
                .toList();
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer("dead-letters", "")) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found.stream()
                    .filter(record -> Arrays.equals(record.key(), key))
                    .toList();
        }
    }
}

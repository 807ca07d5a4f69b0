package org.upprop.publication.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.access.BearerToken;
import org.upprop.access.Grant;
import org.upprop.access.Role;
import org.upprop.access.messaging.TokenRecords;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.PublicationService;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.publication.list.ListUpdates;
import org.upprop.publication.list.WrongCounts;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryId;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.messaging.SignatureRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnRealInfrastructure
class RebuildIT {

    private static final String TOKEN = "a-token-of-operators";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Executor AT_ONCE = task -> Thread.ofPlatform().daemon().start(task);
    private static final int PAGE = 100;

    private final AppealSlug appeal = Appeals.newSlug();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    ListUpdates lists;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcConnectionDetails postgres;

    @Autowired
    KafkaConnectionDetails broker;

    @BeforeEach
    void publishTheAppeal() {
        Appeals.publish(appeal, kafka, appeals);
    }

    @Test
    void givesTheSameListAgainRowByRow() throws Exception {
        List<EntryEvent> lives = livesOf(700);
        verify(lives);
        awaitRead(lives);
        await().atMost(LONG).until(() -> is("select published_revision = revision from appeal_count where appeal = ?"));
        List<String> before = rows();

        rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(WrongCounts.of(jdbc, List.of(appeal))).isEmpty();
    }

    @Test
    void mendsAListThatWasCorruptedAndRaisesItsRevision() throws Exception {
        List<EntryEvent> lives = livesOf(300);
        verify(lives);
        awaitRead(lives);
        List<String> before = rows();
        long revision = number("select revision from appeal_count where appeal = ?");
        change("""
                delete from entry where entry_id in
                    (select entry_id from entry where appeal = ? and kind is not null limit 7)
                """);
        change("update appeal_count set individuals = individuals + 5, revision = revision + 1000000 where appeal = ?");
        change("update count_part set organisations = organisations + 3 where appeal = ? and dimension = 'country'");
        assertThat(WrongCounts.of(jdbc, List.of(appeal))).isNotEmpty();

        rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(WrongCounts.of(jdbc, List.of(appeal))).isEmpty();
        assertThat(number("select revision from appeal_count where appeal = ?")).isGreaterThan(revision + 1_000_000);
    }

    @Test
    void keepsOffWhoeverOnlyTheOldListRemembersToHaveBeenTakenOff() throws Exception {
        AnEntry ada = AnEntry.of("Ada").on(appeal);
        verify(List.of(AnEntry.of("Grace").on(appeal).listed()));
        awaitTotal(1);
        lists.apply(List.of(ada.inVersion(5).removed()));

        rebuild();

        lists.apply(List.of(ada.inVersion(4).listed()));
        assertThat(total(port)).isEqualTo(1);
    }

    @Test
    void letsWhoeverReadsPageByPageGoOn() throws Exception {
        verify(people(2));
        awaitTotal(2);
        JsonNode first = json(get(port, list("/signatories?limit=1")));

        rebuild();

        JsonNode second = json(
                get(port, list("/signatories?limit=1&after=" + first.get("next").asString())));
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("items")).isNotEqualTo(first.get("items"));
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void keepsMilestonesWithTheTimeAtWhichTheyWereReached() throws Exception {
        verify(people(210));
        awaitTotal(210);
        change("delete from milestone where signatures = 200 and appeal = ?");
        String reached = "select reached_at::text from milestone where appeal = ? order by signatures";
        List<String> before = texts(reached);
        change("update milestone set signatures = 500 where appeal = ?");

        rebuild();

        assertThat(texts("select signatures || ' ' || reached_at from milestone where appeal = ? order by signatures"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("100 2022-01-12"),
                        second -> assertThat(second).startsWith("200 2022-01-12"),
                        third -> assertThat(third).isEqualTo("500 " + before.getFirst()));
    }

    @Test
    void readersSeeNoSmallerCountAndNoErrorWhileNamesComeInAndTwoInstancesListen() throws Exception {
        verify(people(2_000));
        awaitTotal(2_000);
        AtomicBoolean enough = new AtomicBoolean();
        try (ConfigurableApplicationContext other = anotherInstance()) {
            int otherPort = Integer.parseInt(other.getEnvironment().getProperty("local.server.port", "0"));
            CompletableFuture<Integer> signing = CompletableFuture.supplyAsync(() -> signUntil(enough), AT_ONCE);
            List<CompletableFuture<Integer>> readers = List.of(
                    CompletableFuture.supplyAsync(() -> pollUntil(enough, port), AT_ONCE),
                    CompletableFuture.supplyAsync(() -> pollUntil(enough, otherPort), AT_ONCE));
            try {
                for (int times = 0; times < 5; times++) {
                    rebuild();
                }
            } finally {
                enough.set(true);
            }

            readers.forEach(reader -> assertThat(reader.join()).isGreaterThan(20));
            awaitTotal(2_000 + signing.join());
            assertThat(WrongCounts.of(jdbc, List.of(appeal))).isEmpty();
        }
    }

    @Test
    void waitsForTheLastReaderOfTheOldListAndNobodyWaitsForIt() throws Exception {
        verify(people(150));
        awaitTotal(150);

        transaction.executeWithoutResult(aLongRead -> {
            number("select count(*) from entry where appeal = ?");
            CompletableFuture.runAsync(
                            () -> {
                                startRebuild();
                                await().atMost(LONG)
                                        .untilAsserted(() -> assertThat(
                                                        progress().get("phase").asString())
                                                .isEqualTo("cleaning"));
                                verify(people(1));
                                awaitTotal(151);
                            },
                            AT_ONCE)
                    .join();
        });

        awaitDone();
        assertThat(number("select count(*) from pg_namespace where nspname = 'list_old' or nspname = ?"))
                .isZero();
    }

    @Test
    void beginsAgainWhereARebuildWasKilled() throws Exception {
        jdbc.sql("create schema list_new; create table list_new.entry (half int);"
                        + " create schema list_old; create table list_old.entry (old int)")
                .update();
        verify(people(3));
        awaitTotal(3);

        rebuild();

        assertThat(total(port)).isEqualTo(3);
    }

    @Test
    void reportsRecordsThatItCannotRead() throws Exception {
        kafka.send(new ProducerRecord<>(Topics.VERIFIED, bytes("nobody"), bytes("{")))
                .join();
        verify(people(3));
        awaitTotal(3);

        rebuild();

        assertThat(progress().get("refused").asLong()).isPositive();
        assertThat(progress().get("read").asLong())
                .isPositive()
                .isEqualTo(progress().get("length").asLong());
        assertThat(total(port)).isEqualTo(3);
    }

    @Test
    void refusesWhereTheTopicEndsBeforeWhatTheListWasTold() throws Exception {
        verify(people(3));
        awaitTotal(3);
        String furthest =
                "update read_position set next_offset = next_offset + ? where topic = '" + Topics.VERIFIED + "'";
        jdbc.sql(furthest).param(1_000_000L).update();
        try {
            startRebuild();
            await().atMost(LONG).until(() -> progress().get("endedAt").isString());

            assertThat(progress().get("phase").asString()).isEqualTo("failed");
            assertThat(total(port)).isEqualTo(3);
        } finally {
            jdbc.sql(furthest).param(-1_000_000L).update();
        }
    }

    @Test
    void isNotBegunTwiceAtATime() throws Exception {
        try (Connection elsewhere = database.getConnection();
                var lock = elsewhere.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtext('upprop'), hashtext('rebuild'))");

            assertThat(post(TOKEN).statusCode()).isEqualTo(409);

            lock.execute("select pg_advisory_unlock_all()");
        }
        rebuild();
    }

    @Test
    void isForOperatorsAlone() throws Exception {
        assertThat(post("another-token-of-nobody").statusCode()).isEqualTo(401);
        assertThat(get(port, "/api/v1/publication/rebuild").statusCode()).isEqualTo(401);
    }

    @Test
    void isForWhoeverWasGivenAnOperatorsTokenAndForNobodyWithAnother() {
        BearerToken operators = BearerToken.random();
        BearerToken viewers = BearerToken.random();
        give("rebuild001", operators, Role.OPERATOR);
        give("rebuild002", viewers, Role.VIEWER);

        await().atMost(LONG).until(() -> progress(operators) == 200);
        assertThat(progress(viewers)).isEqualTo(401);
    }

    private void give(String id, BearerToken token, Role role) {
        Grant grant = new Grant(id, role, "omar", List.of(), token.hash(), Instant.now(), null);
        kafka.send(TokenRecords.given(grant)).join();
    }

    private int progress(BearerToken token) {
        return send(HttpRequest.newBuilder(address(port, "/api/v1/publication/rebuild"))
                        .header("Authorization", "Bearer " + token.secret())
                        .build())
                .statusCode();
    }

    private void rebuild() throws Exception {
        startRebuild();
        awaitDone();
    }

    private void startRebuild() {
        HttpResponse<String> started = post(TOKEN);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        assertThat(started.headers().firstValue("Location")).contains("/api/v1/publication/rebuild");
    }

    private void awaitDone() {
        await().atMost(LONG).until(() -> progress().get("endedAt").isString());
        assertThat(progress().get("phase").asString()).as(progress().toString()).isEqualTo("done");
    }

    private int signUntil(AtomicBoolean enough) {
        int signed = 0;
        while (!enough.get()) {
            verify(people(10));
            signed += 10;
        }
        return signed;
    }

    private int pollUntil(AtomicBoolean enough, int at) {
        int polls = 0;
        long last = 0;
        while (!enough.get()) {
            long total = total(at);
            assertThat(total).isGreaterThanOrEqualTo(last);
            last = total;
            HttpResponse<String> page = get(at, list("/signatories?limit=" + PAGE));
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(json(page).get("items").size()).isEqualTo(PAGE);
            polls++;
        }
        return polls;
    }

    private List<EntryEvent> livesOf(int entries) {
        Random random = new Random();
        List<EntryEvent> events = new ArrayList<>();
        for (int number = 0; number < entries; number++) {
            AnEntry entry = AnEntry.of("Entry " + number)
                    .on(appeal)
                    .as(random.nextInt(4) == 0 ? SignatoryKind.ORGANISATION : SignatoryKind.INDIVIDUAL)
                    .later(Duration.ofMinutes(number));
            for (int version = 1; version <= 1 + random.nextInt(4); version++) {
                AnEntry now = entry.inVersion(version)
                        .named("Entry " + number + " in version " + version)
                        .from(random.nextBoolean() ? "IE" : "SE");
                events.add(random.nextInt(5) == 0 ? now.removed() : now.listed());
            }
        }
        events.add(AnEntry.of("The last").on(appeal).listed());
        return events;
    }

    private List<EntryEvent> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(person ->
                        AnEntry.of("Person " + person).on(appeal).from("KZ").listed())
                .toList();
    }

    private void verify(List<EntryEvent> events) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        events.forEach(event -> sent.add(kafka.send(SignatureRecords.entry(event, Instant.now()))));
        sent.forEach(CompletableFuture::join);
    }

    /** Everything that was sent of this appeal until now, and told to others. */
    private void awaitRead(List<EntryEvent> events) {
        Map<EntryId, Long> versions = new HashMap<>();
        events.forEach(event -> versions.merge(event.entryId(), event.version(), Math::max));
        long highest = versions.values().stream().mapToLong(version -> version).sum();
        await().atMost(LONG)
                .until(() -> number("select coalesce(sum(version), 0) from entry where appeal = ?") == highest);
        await().atMost(LONG).until(() -> is("select published_revision = revision from appeal_count where appeal = ?"));
    }

    private void awaitTotal(long total) {
        await().atMost(LONG).until(() -> total(port) == total);
    }

    private long total(int at) {
        HttpResponse<String> count = get(at, list("/count"));
        assertThat(count.statusCode()).as(count.body()).isEqualTo(200);
        return json(count).get("total").asLong();
    }

    private List<String> rows() {
        List<String> rows = texts("select entry::text from entry where appeal = ? order by entry_id");
        rows.addAll(texts("""
                select count_part::text from count_part
                where appeal = ? and individuals + organisations > 0
                order by dimension, value
                """));
        rows.addAll(texts("select milestone::text from milestone where appeal = ? order by signatures"));
        rows.addAll(texts("""
                select concat_ws(' ', individuals, organisations, hidden, total, at_risk, at_risk_since_revision)
                from appeal_count where appeal = ?
                """));
        return rows;
    }

    private List<String> texts(String sql) {
        return new ArrayList<>(jdbc.sql(sql)
                .param(appeal.value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list());
    }

    private long number(String sql) {
        return jdbc.sql(sql)
                .param(appeal.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private boolean is(String sql) {
        return jdbc.sql(sql)
                .param(appeal.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    private void change(String sql) {
        jdbc.sql(sql).param(appeal.value()).update();
    }

    private JsonNode progress() {
        return json(send(HttpRequest.newBuilder(address(port, "/api/v1/publication/rebuild"))
                .header("Authorization", "Bearer " + TOKEN)
                .build()));
    }

    private HttpResponse<String> post(String token) {
        return send(HttpRequest.newBuilder(address(port, "/api/v1/publication/rebuild"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private String list(String rest) {
        return "/api/v1/appeals/" + appeal.value() + rest;
    }

    private HttpResponse<String> get(int at, String path) {
        return send(HttpRequest.newBuilder(address(at, path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }

    private static URI address(int at, String path) {
        return URI.create("http://localhost:" + at + path);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ConfigurableApplicationContext anotherInstance() {
        return new SpringApplicationBuilder(PublicationService.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + postgres.getJdbcUrl(),
                        "--spring.datasource.username=" + postgres.getUsername(),
                        "--spring.datasource.password=" + postgres.getPassword(),
                        "--spring.kafka.bootstrap-servers=" + String.join(",", broker.getBootstrapServers()));
    }
}

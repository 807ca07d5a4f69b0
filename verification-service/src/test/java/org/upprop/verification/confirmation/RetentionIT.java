package org.upprop.verification.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.event.EventJson;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.verification.AnotherInstance;
import org.upprop.verification.Signatories;
import org.upprop.verification.job.Turns;

/** What is deleted when, and by how many instances. */
@OnRealInfrastructure
class RetentionIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String SECRET = Base64.getEncoder()
            .encodeToString("thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8));

    private final String appeal = "appeal-" + UUID.randomUUID();
    private final String recipient = UUID.randomUUID().toString();

    @Autowired
    Retention retention;

    @Autowired
    Turns turns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    KafkaConnectionDetails broker;

    @Autowired
    JdbcConnectionDetails database;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("upprop.fingerprint.secret", () -> SECRET);
    }

    @Test
    void deletesWhatEndedLongAgoAndKeepsWhatEndedLately() {
        submission("expired", "31 days");
        submission("not-mine", "31 days");
        submission("withdrawn", "29 days");

        retention.clearUp();

        assertThat(states()).containsExactly("withdrawn");
    }

    @Test
    void keepsASubmissionAsLongAsThereIsAnEntryOfIt() {
        UUID withdrawn = submission("withdrawn", "31 days");
        // With nothing left to tell, so that the relay does not take it away meanwhile.
        jdbc.sql("insert into entry (entry_id, signature_id, appeal, appeal_version, kind, locale, source, version,"
                        + " published_version) values (gen_random_uuid(), ?, ?, 1, 'individual', 'en', 'direct', 2, 2)")
                .param(withdrawn)
                .param(appeal)
                .update();

        retention.clearUp();

        assertThat(states()).containsExactly("withdrawn");
    }

    @Test
    void forgetsTriesOfCodesThatNobodyCanTypeAnyMore() {
        UUID old = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        jdbc.sql(
                        "insert into code_try (signature_id, tries, tried_at) values (?, 1, now() - interval '2 days'), (?, 1, now())")
                .param(old)
                .param(late)
                .update();

        retention.clearUp();

        assertThat(count("select count(*) from code_try where signature_id = ?", old))
                .isZero();
        assertThat(count("select count(*) from code_try where signature_id = ?", late))
                .isEqualTo(1);
    }

    @Test
    void endsWhatNobodyDecidedOnceNoLinkDecidesAndNoMailIsOwed() {
        UUID owed = submission("pending", null);
        jdbc.sql("insert into mail (kind, signature_id, recipient, capped, due_at)"
                        + " values ('confirm', ?, ?, true, now() + interval '1 day')")
                .param(owed)
                .param(recipient)
                .update();
        link(submission("pending", null), "1 hour");
        UUID over = submission("pending", null);
        link(over, "-1 hour");

        retention.clearUp();

        assertThat(states()).containsExactlyInAnyOrder("pending", "pending", "expired");
        assertThat(state(over)).isEqualTo("expired");
        assertThat(count("select count(signatory) from submission where appeal = ?", appeal))
                .isEqualTo(2);
        assertThat(count("select count(*) from link where signature_id = ?", over))
                .isZero();
    }

    @Test
    void endsNothingOfWhomItHasJustHeardSinceAMailMayBeOwedByNow() {
        UUID over = submission("pending", null);
        link(over, "-1 hour");
        jdbc.sql("update recipient set seen_at = now() where address_key = ?")
                .param(recipient)
                .update();

        retention.clearUp();

        assertThat(state(over)).isEqualTo("pending");
    }

    @Test
    void keepsForSomeDaysWhatNotMineOfAnotherOneKeptBack() {
        UUID lately = submission("pending", null);
        UUID before = submission("pending", null);
        Map.of(lately, "2 days", before, "4 days")
                .forEach((signature, ago) -> jdbc.sql(
                                "insert into mail (kind, signature_id, recipient, capped, due_at, state, ended_at)"
                                        + " values ('confirm', ?, ?, true, now(), 'dropped', now() - ?::interval)")
                        .param(signature)
                        .param(recipient)
                        .param(ago)
                        .update());

        retention.clearUp();

        assertThat(List.of(state(lately), state(before))).containsExactly("pending", "expired");
    }

    @Test
    void keepsTheLinkWithWhichAnOwnerMayLetMailsComeAgain() {
        UUID disowned = submission("not-mine", "20 days");
        link(disowned, "-6 days");

        retention.clearUp();

        assertThat(count("select count(*) from link where signature_id = ?", disowned))
                .isEqualTo(1);
    }

    @Test
    void leavesToItsOwnerWhatIsBeingDecidedJustNow() {
        UUID over = submission("pending", null);
        link(over, "-1 hour");

        transaction.executeWithoutResult(anOwnerDecides -> {
            jdbc.sql("select from recipient where address_key = ? for update")
                    .param(recipient)
                    .query((row, number) -> number)
                    .list();
            CompletableFuture.runAsync(retention::clearUp, Thread.ofVirtual()::start)
                    .join();
        });
        assertThat(state(over)).isEqualTo("pending");
        retention.clearUp();

        assertThat(state(over)).isEqualTo("expired");
    }

    @Test
    void forgetsAnAddressOfWhichNothingElseIsKeptAfter30Days() {
        recipient("31 days");
        String other = UUID.randomUUID().toString();
        jdbc.sql("insert into recipient (address_key, seen_at) values (?, now() - interval '29 days')")
                .param(other)
                .update();

        retention.clearUp();

        assertThat(count("select count(*) from recipient where address_key = ?", recipient))
                .isZero();
        assertThat(count("select count(*) from recipient where address_key = ?", other))
                .isEqualTo(1);
    }

    @Test
    void deletesInOneGoHoweverManyPartsItTakes() {
        oldProofs(2_500);

        retention.clearUp();

        assertThat(proofs()).isZero();
    }

    @Test
    void goesOnWithTheRestWhereOneStepFails() {
        oldProofs(1);

        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table link in access exclusive mode").update();
            CompletableFuture.runAsync(retention::clearUp, Thread.ofVirtual()::start)
                    .join();
        });
        awaitEndOfStatementsThatWereGivenUp();

        assertThat(proofs()).isZero();
    }

    @Test
    void givesATurnToOneOfThoseWhoAskAtOnceAndToNobodyUntilTheTimeHasPassed() {
        String job = "job-" + UUID.randomUUID();

        assertThat(IntStream.range(0, 20)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(
                                () -> turns.take(job, Duration.ofHours(1)), Thread.ofVirtual()::start))
                        .toList()
                        .stream()
                        .filter(CompletableFuture::join))
                .hasSize(1);
        jdbc.sql("update job set next_at = next_at - interval '1 hour' where name = ?")
                .param(job)
                .update();

        assertThat(turns.take(job, Duration.ofHours(1))).isTrue();
        assertThat(turns.take(job, Duration.ofHours(1))).isFalse();
    }

    @Test
    void isDoneByOneOfTwoInstancesAtATime() {
        String[] settings = {
            "--upprop.jobs.delay=0s",
            "--upprop.jobs.look=50ms",
            "--upprop.jobs.reminders=1s",
            "--upprop.jobs.retention=1s",
            "--upprop.fingerprint.secret=" + SECRET
        };
        try (ConfigurableApplicationContext one = AnotherInstance.beside(broker, database, settings);
                ConfigurableApplicationContext other = AnotherInstance.beside(broker, database, settings)) {
            for (String job : List.of("retention", "review-retention", "reminders")) {
                long before = done(job, one, other);
                Instant begin = Instant.now();
                await().atMost(LONG).until(() -> done(job, one, other) >= before + 3);

                assertThat(Duration.between(begin, Instant.now())).as(job).isGreaterThan(Duration.ofSeconds(2));
            }
        }
    }

    /** Whoever gives one up does not wait for its end, and until then it holds what it has locked. */
    private void awaitEndOfStatementsThatWereGivenUp() {
        await().atMost(LONG)
                .until(() ->
                        jdbc.sql("""
                                select count(*)
                                from pg_stat_activity
                                where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                                """).query((row, number) -> row.getLong(1)).single() == 0);
    }

    private static long done(String job, ConfigurableApplicationContext... instances) {
        return Stream.of(instances)
                .map(instance -> instance.getBean(MeterRegistry.class)
                        .find("upprop.jobs")
                        .tag("job", job)
                        .timer())
                .filter(Objects::nonNull)
                .mapToLong(Timer::count)
                .sum();
    }

    private void oldProofs(int many) {
        jdbc.sql("insert into proof (proof, signature_id, used_at)"
                        + " select ? || n, gen_random_uuid(), now() - interval '15 days' from generate_series(1, ?) n")
                .param(appeal)
                .param(many)
                .update();
    }

    private long proofs() {
        return count("select count(*) from proof where starts_with(proof, ?)", appeal);
    }

    private void recipient(String seenFor) {
        jdbc.sql("insert into recipient (address_key, seen_at) values (?, now() - ?::interval) on conflict do nothing")
                .param(recipient)
                .param(seenFor)
                .update();
    }

    private UUID submission(String state, @Nullable String endedFor) {
        UUID id = UUID.randomUUID();
        recipient("1 hour");
        jdbc.sql("""
                insert into submission (signature_id, appeal, fingerprint, recipient, appeal_version, kind, locale, source,
                    screening, signatory, submitted_at, state, ended_at)
                values (:id, :appeal, :id::text, :recipient, 1, 'individual', 'en', 'direct', '{}',
                    case when :state = 'pending' then :signatory::jsonb end, now(), :state, now() - :endedFor::interval)
                """)
                .param("id", id)
                .param("appeal", appeal)
                .param("recipient", recipient)
                .param(
                        "signatory",
                        new String(
                                EventJson.write(Signatories.person("Ada Lindqvist", "ada@example.org")),
                                StandardCharsets.UTF_8))
                .param("state", state)
                .param("endedFor", endedFor)
                .update();
        return id;
    }

    private void link(UUID signature, String decidesFor) {
        jdbc.sql("insert into link (hash, signature_id, decides_until) values (?, ?, now() + ?::interval)")
                .param(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII))
                .param(signature)
                .param(decidesFor)
                .update();
    }

    private List<String> states() {
        return jdbc.sql("select state from submission where appeal = ?")
                .param(appeal)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private String state(UUID signature) {
        return jdbc.sql("select state from submission where signature_id = ?")
                .param(signature)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private long count(String sql, Object of) {
        return jdbc.sql(sql).param(of).query((row, number) -> row.getLong(1)).single();
    }
}

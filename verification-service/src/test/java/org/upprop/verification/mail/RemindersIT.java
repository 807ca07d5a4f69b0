package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Appeals.anAppeal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.MailServer;
import org.upprop.verification.Signatories;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.job.JobProperties;
import org.upprop.verification.job.Jobs;
import org.upprop.verification.link.Token;
import org.upprop.verification.submission.Reception;

@OnRealInfrastructure
class RemindersIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final Policy AT_RISK =
            new Policy(Policy.Organisations.REVIEW, Policy.Comments.OFF, false, true, false);
    private static final MailServer MAIL = MailServer.start();

    private final AppealSlug appeal = new AppealSlug("appeal-" + UUID.randomUUID());
    private final String address = UUID.randomUUID() + "@example.org";

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    Reception reception;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Reminders reminders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.fingerprint.secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void publishTheAppeal() {
        publish(Policy.DEFAULT);
    }

    @Test
    void remindsOnceAndOnceMoreBeforeTheLinkEndsAndMakesItNoLonger() {
        ask();
        reminders.remind();
        goOn(Duration.ofHours(49));

        IntStream.range(0, 3).forEach(_ -> reminders.remind());
        assertThat(awaitMails(2).getLast().source()).contains("Not confirmed yet");
        reminders.remind();
        goOn(Duration.ofDays(10));
        reminders.remind();
        assertThat(kinds()).containsExactlyInAnyOrder("confirm", "reminder");
        goOn(Duration.ofHours(24));
        reminders.remind();
        assertThat(awaitMails(3).getLast().source()).contains("The last day to confirm");
        reminders.remind();

        assertThat(kinds()).containsExactlyInAnyOrder("confirm", "reminder", "last-reminder");
        assertThat(jdbc.sql("select distinct decides_until from link l join submission s using (signature_id)"
                                + " where s.appeal = ?")
                        .param(appeal.value())
                        .query((row, number) -> row.getString(1))
                        .list())
                .as("one end for all links")
                .hasSize(1);
        assertThat(confirmations.look(new Token(MAIL.to(address).getLast().token("verify"))))
                .isPresent();
    }

    @Test
    void remindsNobodyWhoHasDecided() {
        ask();
        goOn(Duration.ofHours(49));
        confirmations.decide(new Token(awaitMails(1).getFirst().token("verify")), "full");

        reminders.remind();
        goOn(Duration.ofDays(11));
        reminders.remind();

        assertThat(kinds()).containsExactlyInAnyOrder("confirm", "listed");
    }

    @Test
    void remindsNobodyWhoIsJustDeciding() {
        ask();
        goOn(Duration.ofHours(49));
        Token token = new Token(awaitMails(1).getFirst().token("verify"));

        CompletableFuture<Void> reminding = Objects.requireNonNull(transaction.execute(status -> {
            confirmations.decide(token, "full");
            var later = CompletableFuture.runAsync(reminders::remind, Thread.ofVirtual()::start);
            await().atMost(LONG).until(this::somebodyWaitsForALock);
            return later;
        }));
        reminding.join();

        assertThat(kinds()).containsExactlyInAnyOrder("confirm", "listed");
    }

    private boolean somebodyWaitsForALock() {
        return CompletableFuture.supplyAsync(
                                () -> jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                                + " and datname = current_database()")
                                        .query((row, number) -> row.getLong(1))
                                        .single(),
                                Thread.ofVirtual()::start)
                        .join()
                > 0;
    }

    @Test
    void remindsNobodyAtRisk() {
        publish(AT_RISK);
        ask();
        goOn(Duration.ofHours(49));

        reminders.remind();
        assertThat(kinds()).containsExactly("confirm");

        publish(Policy.DEFAULT);
        reminders.remind();
        assertThat(kinds()).as("it was time").containsExactlyInAnyOrder("confirm", "last-reminder");
    }

    @Test
    void remindsNobodyWhereEachReminderIsOff(@Autowired ApplicationContext beans) {
        ask();
        goOn(Duration.ofHours(49));
        withReminders(beans, Duration.ZERO, Duration.ofHours(24)).remind();
        goOn(Duration.ofDays(11).plusHours(12));
        withReminders(beans, Duration.ofHours(48), Duration.ZERO).remind();
        withReminders(beans, Duration.ZERO, Duration.ZERO).remind();
        assertThat(kinds()).containsExactly("confirm");

        withReminders(beans, Duration.ZERO, Duration.ofHours(24)).remind();
        assertThat(kinds()).as("of the two only one is off").containsExactlyInAnyOrder("confirm", "last-reminder");
    }

    private static Reminders withReminders(ApplicationContext beans, Duration after, Duration beforeEnd) {
        return new Reminders(
                beans.getBean(Undecided.class),
                beans.getBean(OwedMails.class),
                beans.getBean(Recipients.class),
                beans.getBean(AppealBook.class),
                new ReminderProperties(after, beforeEnd),
                beans.getBean(TransactionOperations.class),
                beans,
                beans.getBean(Jobs.class),
                beans.getBean(JobProperties.class));
    }

    @Test
    void remindsNobodyWhoSaidThatItWasSomebodyElse() {
        ask();
        take(Signatories.organisation(address, "https://union.example"));
        letTheNextMailGo();
        String token = awaitMails(2).getFirst().token("verify");
        goOn(Duration.ofHours(49));
        confirmations.decide(new Token(token), "not-mine");

        reminders.remind();
        goOn(Duration.ofDays(11));
        reminders.remind();

        assertThat(kinds()).containsExactly("confirm", "confirm");
    }

    @Test
    void dropsALastReminderWhoseLinkHasEndedMeanwhile() {
        ask();
        goOn(Duration.ofDays(13));
        jdbc.sql("update recipient set open_at = now() + interval '1 hour' where address_key in"
                        + " (select recipient from submission where appeal = ?)")
                .param(appeal.value())
                .update();
        reminders.remind();
        assertThat(kinds()).containsExactlyInAnyOrder("confirm", "last-reminder");
        goOn(Duration.ofDays(2));
        jdbc.sql("update mail set due_at = now() where state = 'owed'").update();

        await().atMost(LONG)
                .until(() -> count("select count(*) from mail m join submission s using (signature_id)"
                                + " where m.kind = 'last-reminder' and m.state = 'dropped' and s.appeal = ?")
                        == 1);
        assertThat(MAIL.to(address)).hasSize(1);
    }

    @Test
    void remindsOnceOfSeveralSubmissions() {
        ask();
        take();
        letTheNextMailGo();
        awaitMails(2);
        goOn(Duration.ofHours(49));

        reminders.remind();
        awaitMails(3);
        reminders.remind();

        assertThat(kinds()).containsExactlyInAnyOrder("confirm", "confirm", "reminder");
    }

    @Test
    void remindsOnceHoweverManyInstancesLookAtOnce() {
        ask();
        goOn(Duration.ofHours(49));

        IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.runAsync(reminders::remind, Thread.ofVirtual()::start))
                .toList()
                .forEach(CompletableFuture::join);

        awaitMails(2);
        assertThat(kinds()).containsExactlyInAnyOrder("confirm", "reminder");
    }

    private void publish(Policy policy) {
        await().atMost(LONG).until(appeals::isComplete);
        kafka.send(AppealRecords.present(anAppeal(appeal, policy))).join();
        await().atMost(LONG)
                .until(() -> appeals.find(appeal)
                        .filter(read -> read.policy().equals(policy))
                        .isPresent());
    }

    private void ask() {
        take();
        awaitMails(1);
        await().atMost(LONG)
                .until(() -> count("select count(*) from mail m join submission s using (signature_id)"
                                + " where m.state = 'sent' and s.appeal = ?")
                        == 1);
    }

    private void letTheNextMailGo() {
        jdbc.sql("update recipient set open_at = '-infinity', recent_mails = '{}'")
                .update();
        jdbc.sql("update mail set due_at = now() where state = 'owed'").update();
    }

    private void take() {
        take(Signatories.person("Ada Lindqvist", address));
    }

    private void take(Signatory signatory) {
        reception.take(List.of(new SignatureSubmitted(
                SignatureId.random(),
                appeal,
                1,
                signatory.kind(),
                new Fingerprints(SECRET).of(appeal, signatory),
                "en",
                "direct",
                Instant.now(),
                List.of(),
                null,
                signatory)));
    }

    /** Time goes on for this test's signatory. */
    private void goOn(Duration time) {
        for (String sql : List.of(
                "update mail set ended_at = ended_at - make_interval(secs => :time) where signature_id in",
                "update link set decides_until = decides_until - make_interval(secs => :time) where signature_id in")) {
            jdbc.sql(sql + " (select signature_id from submission where appeal = :appeal)")
                    .param("time", time.toSeconds())
                    .param("appeal", appeal.value())
                    .update();
        }
        jdbc.sql("update recipient set open_at = '-infinity', recent_mails = '{}' where address_key in"
                        + " (select recipient from submission where appeal = ?)")
                .param(appeal.value())
                .update();
    }

    private List<MailServer.Mail> awaitMails(int mails) {
        return await().atMost(LONG).until(() -> MAIL.to(address), sent -> sent.size() == mails);
    }

    private List<String> kinds() {
        return jdbc.sql("select m.kind from mail m join submission s using (signature_id) where s.appeal = ?")
                .param(appeal.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .param(appeal.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }
}

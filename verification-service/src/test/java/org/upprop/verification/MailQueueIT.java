package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Signatories.person;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.messaging.BrakeBook;
import org.upprop.control.messaging.BrakeRecords;
import org.upprop.event.EventJson;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.MailQueue;
import org.upprop.verification.mail.Pace;
import org.upprop.verification.mail.Post;
import org.upprop.verification.mail.Provider;
import org.upprop.verification.mail.TakenMail;
import org.upprop.verification.mail.TakenMails;

/** The queue of mails while a brake holds it, and once that lets go. */
@OnRealInfrastructure
class MailQueueIT {

    private static final Logger LOG = LoggerFactory.getLogger(MailQueueIT.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration ENOUGH = Duration.ofMinutes(8);

    /** Two instances share so many mails; {@code -Dupprop.test.mails=10000} for the whole measure. */
    private static final int SHARED_MAILS = Integer.getInteger("upprop.test.mails", 300);

    /** From so many the next is picked; {@code -Dupprop.test.owed=100000} for the whole measure. */
    private static final int OWED = Integer.getInteger("upprop.test.owed", 4_000);

    private static final MailServer MAIL = MailServer.start();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    KafkaConnectionDetails broker;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    AppealBook appeals;

    @Autowired
    BrakeBook brakes;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    MailQueue queue;

    @Autowired
    TakenMails taken;

    @Autowired
    Pace pace;

    @Autowired
    JdbcClient jdbc;

    private final Brake hold = new Brake(BrakeKind.HOLD_MAIL, null, null, Instant.now());
    private Campaign campaign;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.metrics.interval", () -> "500ms");
        registry.add("upprop.fingerprint.secret", () -> Campaign.SECRET);
    }

    @BeforeEach
    void holdAllMails() {
        campaign = Campaign.begin(kafka, appeals);
        kafka.send(BrakeRecords.on(hold)).join();
        await().atMost(Campaign.PATIENCE)
                .until(() -> brakes.onAll(BrakeKind.HOLD_MAIL).isPresent());
        leaveWhatOtherTestsOwe();
    }

    private void leaveWhatOtherTestsOwe() {
        jdbc.sql("update mail set due_at = now() + interval '1 day' where state = 'owed'")
                .update();
    }

    @AfterEach
    void emptyTheQueueAndLetGo() {
        while (deleteSome() > 0) {
            LOG.trace("A statement may not take as long as all of them would");
        }
        release();
    }

    @Test
    void growsWhileABrakeHoldsItAndGoesOnAfterwards() {
        List<String> people = campaign.signed(3);

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("owed")).isEqualTo(3));
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/v1/mail-queue")).isEqualTo("{\"expectedSeconds\":null}"));
        assertThat(get("/actuator/prometheus")).contains("upprop_mail_held 1.0");
        await().during(Duration.ofSeconds(3)).atMost(Campaign.PATIENCE).until(() -> mails("sent") == 0);
        assertThat(get("/actuator/health/readiness")).contains("UP");

        release();

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("sent")).isEqualTo(3));
        assertThat(people).allSatisfy(person -> assertThat(MAIL.to(person)).hasSize(1));
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/v1/mail-queue")).isEqualTo("{\"expectedSeconds\":60}"));
    }

    @Test
    void readsNoSubmissionWhileABrakeHoldsTheStage() {
        Brake pause = new Brake(BrakeKind.PAUSE_VERIFICATION, null, null, Instant.now());
        kafka.send(BrakeRecords.on(pause)).join();
        try {
            await().atMost(Campaign.PATIENCE)
                    .until(() -> listeners.getAllListenerContainers().stream()
                            .allMatch(MessageListenerContainer::isContainerPaused));
            campaign.signed(3);

            await().during(Duration.ofSeconds(2)).atMost(Campaign.PATIENCE).until(() -> mails("owed") == 0);
            assertThat(get("/actuator/health/pipeline")).contains("UP");
        } finally {
            kafka.send(BrakeRecords.off(pause, Instant.now())).join();
        }

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("owed")).isEqualTo(3));
    }

    @Test
    void tellsInNumbersWhatIsOwedAndWhatLeftAndNamesNobody() {
        campaign.sign("ada-" + campaign.slug() + "@gmail.com");
        campaign.sign("ada-" + campaign.slug() + "@example.org");
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(mails("owed")).isEqualTo(2));
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus"))
                        .contains(
                                "upprop_mail_queue{state=\"due\"} 2.0",
                                "upprop_mail_queue{state=\"capped\"}",
                                "upprop_mail_queue{state=\"failed\"}",
                                "upprop_mail_queue{state=\"leaving\"} 0.0",
                                "upprop_mail_provider_up{provider=\"default\"} 1.0",
                                "upprop_mail_provider_limit{provider=\"default\"} 1000.0",
                                "upprop_mail_provider_in_flight{provider=\"default\"} 0.0",
                                "upprop_mail_expected_seconds NaN")
                        .containsPattern("upprop_mail_oldest_seconds [1-9]"));
        assertThat(get("/actuator/mail-queue"))
                .startsWith("{\"due\":2,\"leaving\":0,")
                .endsWith("\"expectedSeconds\":null,\"held\":true}");

        release();

        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus"))
                        .contains(
                                "upprop_mails_total{domain=\"gmail\",kind=\"confirm\",outcome=\"sent\"}",
                                "upprop_mails_total{domain=\"other\",kind=\"confirm\",outcome=\"sent\"}",
                                "upprop_mail_queue{state=\"due\"} 0.0")
                        .doesNotContain("example.org", "ada-"));
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(get("/actuator/mail-queue"))
                        .startsWith("{\"due\":0,")
                        .endsWith("\"expectedSeconds\":0,\"held\":false}"));
    }

    @Test
    void answersAnOwnersOwnActBeforeAnyQuestion() {
        owe(2_000, MailKind.CONFIRM, "1 hour");
        owe(1, MailKind.LISTED, "1 minute");

        assertThat(take().kind()).isEqualTo(MailKind.LISTED);
        assertThat(take().kind()).isEqualTo(MailKind.CONFIRM);
    }

    @Test
    void sendsOneMailToAnAddressAtATimeAndTheOthersAsSoonAsItHasLeft() {
        owe(2, MailKind.LISTED, "1 hour", "'one-' || :appeal");
        TakenMail first = take();
        assertThat(queue.take(LEASE, true)).isEmpty();
        owe(1, MailKind.LISTED, "1 hour", "'one-' || :appeal");

        taken.giveBack(first);
        TakenMail again = take();
        assertThat(queue.take(LEASE, true)).isEmpty();
        taken.hold(List.of(again), LEASE.multipliedBy(2));
        taken.sent(again);
        take();

        assertThat(queue.take(LEASE, true)).isEmpty();
        assertThat(mails("owed")).isEqualTo(2);
    }

    @Test
    void countsAMailThatLeftOnceWhoeverHasItMeanwhileAndHoweverOftenThatIsSaid() {
        owe(1, MailKind.CONFIRM, "1 hour", "'one-' || :appeal");
        TakenMail first = take();
        endAllLeases();
        assertThat(queue.take(LEASE, false)).as("for whom does not take over").isEmpty();
        TakenMail second = take();
        owe(1, MailKind.LISTED, "1 hour", "'one-' || :appeal");

        taken.sent(first);
        assertThat(mails("sent")).isEqualTo(1);
        assertThat(queue.take(LEASE, true))
                .as("while another sends to the address")
                .isEmpty();
        taken.sent(second);
        taken.sent(second);

        assertThat(jdbc.sql("select cardinality(array_remove(recent_mails, null)) from recipient where address_key = ?")
                        .param("one-" + campaign.slug())
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void triesAMailForADayAndThenGivesItUp() {
        owe(2, MailKind.CONFIRM, "1 hour");
        TakenMail first = take();
        TakenMail second = take();
        triedSince(first, "23 hours");
        triedSince(second, "25 hours");

        assertThat(taken.again(first, LEASE)).isTrue();
        assertThat(taken.again(second, LEASE)).isFalse();

        assertThat(mails("owed")).isEqualTo(1);
        assertThat(mails("given-up")).isEqualTo(1);
    }

    @Test
    void letsOthersTryBeforeAMailThatNoServerTakesAndBeginsItsDayAnew() {
        owe(2, MailKind.CONFIRM, "1 hour");
        TakenMail refused = take();
        triedSince(refused, "25 hours");

        taken.postpone(refused, LEASE);
        TakenMail other = take();
        assertThat(other.mailId()).isNotEqualTo(refused.mailId());
        taken.sent(other);
        assertThat(queue.take(LEASE, true)).isEmpty();
        endAllLeases();

        TakenMail again = take();
        assertThat(again.mailId()).isEqualTo(refused.mailId());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(taken.again(again, LEASE)).isTrue();
    }

    private void triedSince(TakenMail mail, String time) {
        jdbc.sql("update mail set first_tried_at = now() - cast(? as interval) where mail_id = ?")
                .param(time)
                .param(mail.mailId())
                .update();
    }

    @Test
    void sendsWhatWaitedForTheSameAddressInTheOrderInWhichItCame() {
        owe(20, MailKind.CONFIRM, "1 hour", "'one-' || :appeal");
        jdbc.sql("""
                update mail m set due_at = now() - interval '1 hour', owed_at = now() - n * interval '1 minute'
                from (
                    select mail_id, row_number() over (order by mail_id) as n
                    from mail join submission s using (signature_id) where s.appeal = ?
                ) as numbered
                where numbered.mail_id = m.mail_id
                """).param(campaign.slug().value()).update();

        TakenMail first = take();

        assertThat(jdbc.sql("select mail_id from mail order by owed_at limit 1")
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .single())
                .isEqualTo(first.mailId());
    }

    private void endAllLeases() {
        jdbc.sql("update recipient set busy_until = now() where busy_until > now()")
                .update();
        jdbc.sql("update mail set due_at = now() where state = 'owed' and attempts > 0")
                .update();
    }

    /** On a machine that is slow just now, no more than three times what it takes to pick one of few. */
    @Test
    void picksTheNextOfManyMailsInUnder5Milliseconds() {
        owe(300, MailKind.CONFIRM, "3 hours");
        Duration ofFew = median(200);
        owe(OWED, MailKind.CONFIRM, "1 hour");
        owe(OWED / 8, MailKind.CONFIRM, "-10 minutes");
        owe(OWED / 20, MailKind.CONFIRM, "2 hours", "'one-' || :appeal");
        take();

        Duration withoutStatistics = median(100);
        Stream.of("mail", "recipient", "submission", "entry")
                .forEach(table -> jdbc.sql("analyze " + table).update());
        Duration median = median(400);

        LOG.info(
                "The next of {} mails is picked in {}, of 300 in {}; before analyze in {}",
                OWED,
                median,
                ofFew,
                withoutStatistics);
        Duration most = Collections.max(List.of(Duration.ofMillis(5), ofFew.multipliedBy(3)));
        assertThat(withoutStatistics).isLessThan(most.multipliedBy(5));
        assertThat(median).isLessThan(most);
    }

    @Test
    void keepsToTheRateOfAProviderHoweverManyAsk() {
        Provider provider = new Provider(campaign.slug().value(), 50, 1, 1, letter -> new Post.Delivery.Taken());
        AtomicInteger left = new AtomicInteger();
        Instant begin = Instant.now();

        IntStream.range(0, 8)
                .mapToObj(
                        sender -> CompletableFuture.runAsync(() -> leaveFor(provider, left), Thread.ofVirtual()::start))
                .toList()
                .forEach(CompletableFuture::join);

        double most = 50 * Duration.between(begin, Instant.now()).toMillis() / 1_000.0 + 6;
        assertThat((double) left.get()).isBetween(80.0, most);
    }

    @Test
    void sendsNoMailTwiceFromTwoInstances() {
        owe(SHARED_MAILS, MailKind.CONFIRM, "1 hour");
        int before = MAIL.all().size();
        try (ConfigurableApplicationContext other = AnotherInstance.beside(
                broker,
                database,
                "--spring.mail.port=" + MAIL.port(),
                "--upprop.fingerprint.secret=" + Campaign.SECRET)) {
            Instant begin = Instant.now();
            release();

            await().atMost(ENOUGH).untilAsserted(() -> assertThat(mails("sent")).isEqualTo(SHARED_MAILS));

            LOG.info("Two instances sent {} mails in {}", SHARED_MAILS, Duration.between(begin, Instant.now()));
            assertThat(sentBy(other)).isBetween(SHARED_MAILS / 10.0, SHARED_MAILS * 0.9);
        }
        List<String> ids =
                MAIL.all().stream().skip(before).map(MailServer.Mail::id).toList();
        assertThat(ids).hasSize(SHARED_MAILS).doesNotHaveDuplicates();
    }

    private int deleteSome() {
        return jdbc.sql("""
                        delete from submission
                        where signature_id in (select signature_id from submission where appeal = ? limit 500)
                        """).param(campaign.slug().value()).update();
    }

    private static double sentBy(ConfigurableApplicationContext instance) {
        return instance.getBean(io.micrometer.core.instrument.MeterRegistry.class)
                .get("upprop.mails")
                .tag("outcome", "sent")
                .counter()
                .count();
    }

    private void release() {
        kafka.send(BrakeRecords.off(hold, Instant.now())).join();
        await().atMost(Campaign.PATIENCE)
                .until(() -> brakes.onAll(BrakeKind.HOLD_MAIL).isEmpty());
    }

    private void leaveFor(Provider provider, AtomicInteger left) {
        Instant end = Instant.now().plusSeconds(2);
        while (Instant.now().isBefore(end)) {
            Duration wait = pace.take(provider);
            if (wait.isZero()) {
                left.incrementAndGet();
            } else {
                sleep(wait);
            }
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TakenMail take() {
        return queue.take(LEASE, true).orElseThrow();
    }

    private Duration median(int picks) {
        List<Long> nanos = new ArrayList<>();
        for (int pick = 0; pick < picks; pick++) {
            long begin = System.nanoTime();
            take();
            nanos.add(System.nanoTime() - begin);
        }
        return Duration.ofNanos(
                nanos.stream().sorted().skip(picks / 2).findFirst().orElseThrow());
    }

    private void owe(int mails, MailKind kind, String dueFor) {
        owe(mails, kind, dueFor, "gen_random_uuid()::text");
    }

    /** A thousand at a time, since no statement may take as long as all of them would. */
    private void owe(int mails, MailKind kind, String dueFor, String recipient) {
        for (int left = mails; left > 0; left -= 1_000) {
            oweAtOnce(Math.min(left, 1_000), kind, dueFor, recipient);
        }
    }

    private void oweAtOnce(int mails, MailKind kind, String dueFor, String recipient) {
        jdbc.sql("""
                with person as (
                    select gen_random_uuid() as id, %s as address_key, n from generate_series(1, :mails) as n
                ), known as (
                    insert into recipient (address_key) select distinct address_key from person
                    on conflict do nothing
                ), submitted as (
                    insert into submission (signature_id, appeal, fingerprint, recipient, appeal_version, kind, locale,
                        source, screening, signatory, submitted_at, state)
                    select id, :appeal, id::text, address_key, 1, 'individual', 'en', 'direct', '{}',
                        replace(:signatory, 'somebody', id::text)::jsonb, now(), 'pending'
                    from person
                )
                insert into mail (kind, signature_id, recipient, capped, urgency, due_at)
                select :kind, id, address_key, :capped, :urgency,
                    now() - cast(:dueFor as interval) + n * interval '1 millisecond'
                from person
                """.formatted(recipient))
                .param("mails", mails)
                .param("appeal", campaign.slug().value())
                .param("signatory", signatory())
                .param("kind", kind.id())
                .param("capped", kind.isCapped())
                .param("urgency", kind.urgency())
                .param("dueFor", dueFor)
                .update();
    }

    private static String signatory() {
        return new String(EventJson.write(person("Ada Lindqvist", "somebody@example.org")), StandardCharsets.UTF_8);
    }

    private String get(String path) {
        return String.valueOf(RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri(path)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private long mails(String state) {
        return jdbc.sql("""
                        select count(*) from mail join submission s using (signature_id)
                        where s.appeal = :appeal and mail.state = :state
                        """)
                .param("appeal", campaign.slug().value())
                .param("state", state)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}

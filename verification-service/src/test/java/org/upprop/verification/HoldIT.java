package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Comment;
import org.upprop.signature.Display;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;
import org.upprop.signature.messaging.SignatureRecords;
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.confirmation.Answer;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Seen;
import org.upprop.verification.link.Links;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.Outbox;
import org.upprop.verification.review.CommentReviews;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.submission.Reception;

/** Where signatories are at risk, neither the list nor its topic tells who was there when. */
@OnRealInfrastructure(properties = "upprop.relay.watermark=200ms")
class HoldIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final Policy AT_RISK =
            new Policy(Policy.Organisations.REVIEW, Policy.Comments.REVIEW, false, true, false);
    private static final MailServer MAIL = MailServer.start();

    private final Fingerprints fingerprints = new Fingerprints(SECRET);
    private final AppealSlug appeal = new AppealSlug("risk-" + UUID.randomUUID());
    private final String address = UUID.randomUUID() + "@example.org";

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    AppealBook appeals;

    @Autowired
    Reception reception;

    @Autowired
    Links links;

    @Autowired
    Confirmations confirmations;

    @Autowired
    CommentReviews comments;

    @Autowired
    Entries entries;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.fingerprint.secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void publishTheAppeal() {
        await().atMost(LONG).until(appeals::isComplete);
        kafka.send(AppealRecords.present(Appeals.anAppeal(appeal, AT_RISK))).join();
        await().atMost(LONG).until(() -> appeals.find(appeal).isPresent());
    }

    @Test
    void tellsNothingOfTheOrderInWhichTheyConfirmed() {
        int windows = 3;
        int people = 360;
        double agreeing = 0;
        double pairs = 0;
        for (int window = 0; window < windows; window++) {
            Map<String, Integer> confirmed = new HashMap<>();
            for (int n = 0; n < people; n++) {
                SignatureId id = AnEntry.of(appeal, jdbc, entries);
                entries.list(id, true);
                confirmed.put(entryOf(id), n);
            }
            theWindowEnds();
            List<ConsumerRecord<byte[], byte[]>> told = await().atMost(LONG)
                    .until(
                            () -> VerifiedTopic.read(consumers).records().stream()
                                    .filter(record -> confirmed.containsKey(VerifiedTopic.key(record)))
                                    .toList(),
                            records -> records.size() == people);

            assertThat(told)
                    .extracting(record -> RecordHeaderTexts.require(record.headers(), EventHeaders.TIME))
                    .containsOnly(told.stream()
                            .map(record ->
                                    verified(record).orElseThrow().listedAt().toString())
                            .findFirst()
                            .orElseThrow());
            assertThat(told)
                    .extracting(record -> verified(record).orElseThrow().listedAt())
                    .hasSize(people)
                    .containsOnly(verified(told.getFirst()).orElseThrow().listedAt());
            for (int one = 0; one < people; one++) {
                for (int other = one + 1; other < people; other++) {
                    if (told.get(one).partition() == told.get(other).partition()) {
                        pairs++;
                        agreeing += confirmed.get(VerifiedTopic.key(told.get(one)))
                                        < confirmed.get(VerifiedTopic.key(told.get(other)))
                                ? 1
                                : 0;
                    }
                }
            }
        }
        // 36 orders of 30 each: by chance the share is within 0.5 ± 0.011 in two of three runs.
        assertThat(agreeing / pairs).isCloseTo(0.5, within(0.06));
    }

    @Test
    void leavesNothingOfWhoWithdrewBeforeTheWindowEnded() {
        Token token = confirmed(Signatories.person("Ada Lindqvist", address), "full");
        String entry = onlyEntry();
        assertThat(confirmations.withdraw(token)).isInstanceOf(Answer.Decided.class);
        Token stays = confirmed(Signatories.person("Grace Hopper", "grace-" + address), "full");
        String other = onlyEntry();

        theWindowEnds();

        await().atMost(LONG).until(() -> !told(other).isEmpty());
        assertThat(told(entry)).isEmpty();
        assertThat(jdbc.sql("select count(*) from entry where entry_id = ?::uuid")
                        .param(entry)
                        .query(Long.class)
                        .single())
                .isZero();

        confirmations.withdraw(stays);
        await().atMost(LONG).until(() -> told(other).size() == 2);
        assertThat(told(other).getLast().value()).isNull();
    }

    @Test
    void comesOnTheListWhenTheWindowEndsAndNotBefore() {
        confirmed(Signatories.person("Ada Lindqvist", address), "initials");
        String entry = onlyEntry();
        awaitAWatermark();

        assertThat(told(entry)).isEmpty();
        assertThat(due()).isZero();

        theWindowEnds();

        await().atMost(LONG).until(() -> last(entry).isPresent());
        assertThat(last(entry).orElseThrow())
                .returns(1L, SignatureVerified::version)
                .returns("A. L.", SignatureVerified::name);
        await().atMost(LONG).until(() -> due() == 1);
    }

    @Test
    void showsLessAtOnceAndMoreWhenTheWindowEnds() {
        Signatory.Individual person = Signatories.person("Ada Lindqvist", address);
        Token token = confirmed(person, "initials-with-role");
        String entry = onlyEntry();
        theWindowEnds();
        await().atMost(LONG).until(() -> last(entry).isPresent());
        assertThat(last(entry).orElseThrow().role()).isEqualTo("shop steward");

        change(token, Signatories.person("Ada Lindqvist", address, null, "Sjöfolk 12", "Göteborg"), ChosenDisplay.FULL);

        await().atMost(LONG).until(() -> last(entry).orElseThrow().role() == null);
        assertThat(last(entry).orElseThrow())
                .returns("A. L.", SignatureVerified::name)
                .returns("Sjöfolk 12", SignatureVerified::affiliation);
        assertThat(confirmations
                        .look(token)
                        .orElseThrow()
                        .wanted()
                        .orElseThrow()
                        .display())
                .isEqualTo(ChosenDisplay.FULL);

        theWindowEnds();

        await().atMost(LONG)
                .until(() -> "Ada Lindqvist".equals(last(entry).orElseThrow().name()));
        assertThat(last(entry).orElseThrow()).returns(null, SignatureVerified::role);
    }

    @Test
    void hidesAtOnceWhoeverIsToBeShownMore() {
        Token token = confirmed(Signatories.person("Ada Lindqvist", address), "initials");
        String entry = onlyEntry();
        theWindowEnds();
        await().atMost(LONG).until(() -> last(entry).isPresent());
        change(token, Signatories.person("Ada Lindqvist", address), ChosenDisplay.FULL);

        change(token, Signatories.person("Ada Lindqvist", address), ChosenDisplay.HIDDEN);

        await().atMost(LONG).until(() -> last(entry).orElseThrow().display() == Display.HIDDEN);
        theWindowEnds();
        awaitAWatermark();
        assertThat(told(entry)).hasSize(2);
    }

    @Test
    void showsACommentWhenTheWindowEndsUnlessItIsTakenOffBefore() {
        Signatory.Individual quiet = Signatories.person("Ada Lindqvist", address);
        Signatory person = new Signatory.Individual(
                quiet.name(), quiet.email(), null, null, null, null, new Comment("With you"), quiet.consentVersion());
        SignatureId id = submitted(person);
        confirmations.decide(links.make(id, Duration.ofDays(1)).token(), "full");
        String entry = onlyEntry();
        theWindowEnds();
        await().atMost(LONG).until(() -> last(entry).isPresent());

        say(id, CommentVerdict.RELEASE);
        say(id, CommentVerdict.TAKE_OFF);
        theWindowEnds();
        awaitAWatermark();
        assertThat(told(entry)).hasSize(1);

        say(id, CommentVerdict.REOPEN);
        say(id, CommentVerdict.RELEASE);
        awaitAWatermark();
        assertThat(told(entry)).hasSize(1);

        theWindowEnds();
        await().atMost(LONG)
                .until(() -> "With you".equals(last(entry).orElseThrow().comment()));
    }

    @Test
    void tellsWhatIsTakenOffBeforeAllThatIsNew() {
        SignatureId gone = AnEntry.of(appeal, jdbc, entries);
        entries.list(gone, false);
        String entry = entryOf(gone);
        await().atMost(LONG).until(() -> last(entry).isPresent());
        await().atMost(LONG).until(() -> outbox.size() == 0);
        jdbc.sql("update relay_lease set holder = gen_random_uuid(), until = now() + interval '5 s'")
                .update();
        for (int n = 0; n < 10; n++) {
            entries.list(AnEntry.of(appeal, jdbc, entries), false);
        }
        entries.remove(gone);

        assertThat(outbox.ahead(1)).extracting(Outbox.Change::event).hasOnlyElementsOfType(EntryRemoved.class);
    }

    /** As if the time of all that is held had come. */
    private void theWindowEnds() {
        for (String table : List.of("entry", "comment")) {
            jdbc.sql("update " + table + " set publish_after = publish_after - interval '1 day'"
                            + " where publish_after is not null")
                    .update();
        }
    }

    /** Whatever was to be told before stands on the topic. */
    private void awaitAWatermark() {
        entries.list(AnEntry.of(new AppealSlug("other-" + UUID.randomUUID()), jdbc, entries), false);
        Instant now = jdbc.sql("select clock_timestamp()")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        await().atMost(LONG)
                .until(() -> VerifiedTopic.read(consumers).watermarks(0).stream()
                        .anyMatch(mark -> mark.at().isAfter(now)));
    }

    private long due() {
        return VerifiedTopic.read(consumers).watermarks(0).getLast().due().getOrDefault(appeal.value(), 0L);
    }

    private Token confirmed(Signatory signatory, String decision) {
        Token token = links.make(submitted(signatory), Duration.ofDays(1)).token();
        assertThat(confirmations.decide(token, decision)).isInstanceOf(Answer.Decided.class);
        return token;
    }

    private SignatureId submitted(Signatory signatory) {
        SignatureId id = SignatureId.random();
        reception.take(List.of(new SignatureSubmitted(
                id,
                appeal,
                1,
                signatory.kind(),
                fingerprints.of(appeal, signatory),
                "en",
                "direct",
                Instant.now(),
                List.of(),
                null,
                signatory)));
        return id;
    }

    private void change(Token token, Signatory to, ChosenDisplay display) {
        Entries.Content wanted =
                confirmations.look(token).orElseThrow().wanted().orElseThrow();
        assertThat(confirmations.change(
                        token, Seen.of(wanted, appeals.get(appeal).policy().atRisk()), to, display))
                .isInstanceOf(Answer.Decided.class);
    }

    private void say(SignatureId id, CommentVerdict verdict) {
        comments.decide(new Reviewer("anna"), id, verdict, "For a reason");
    }

    private String onlyEntry() {
        return jdbc.sql("select entry_id::text from entry where appeal = ? and signatory is not null")
                .param(appeal.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private String entryOf(SignatureId id) {
        return jdbc.sql("select entry_id::text from entry where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private List<ConsumerRecord<byte[], byte[]>> told(String entry) {
        return VerifiedTopic.read(consumers).under(entry);
    }

    private Optional<SignatureVerified> last(String entry) {
        List<ConsumerRecord<byte[], byte[]>> told = new ArrayList<>(told(entry));
        return told.isEmpty() ? Optional.empty() : verified(told.getLast());
    }

    private static Optional<SignatureVerified> verified(ConsumerRecord<byte[], byte[]> record) {
        return SignatureRecords.readVerified(record)
                .filter(SignatureVerified.class::isInstance)
                .map(SignatureVerified.class::cast);
    }
}

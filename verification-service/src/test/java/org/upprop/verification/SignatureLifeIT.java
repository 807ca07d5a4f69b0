package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.event.EventJson;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Comment;
import org.upprop.signature.Detail;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.confirmation.Answer;
import org.upprop.verification.confirmation.CommentRemoval;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.confirmation.Seen;
import org.upprop.verification.link.Links;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.Entries;
import org.upprop.verification.review.CommentReviews;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Decision;
import org.upprop.verification.signature.Details;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Reception;
import org.upprop.verification.submission.Submissions;

/**
 * Whatever happens in whatever order, on the real tables: submissions that come late, twice and in batches, links of every
 * mail, decisions, changes, reviews of signatures and of comments, withdrawals, expiry. After each step what is on the list
 * was released so by its owner and let there by whoever had to, and no signatory is there twice. A comment is there exactly
 * where a reviewer was the last to speak of it and let it.
 *
 * <p>{@code -Dupprop.life.sequences=…} tries so many, and {@code -Dupprop.life.seed=…} others.
 */
@OnRealInfrastructure
class SignatureLifeIT {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureLifeIT.class);
    private static final int SEQUENCES = Integer.getInteger("upprop.life.sequences", 60);
    private static final long SEED = Long.getLong("upprop.life.seed", 2022);
    private static final int STEPS = 120;
    private static final List<String> DECISIONS = List.of(
            "full",
            "full",
            "full",
            "initials",
            "initials",
            "initials",
            "hidden",
            "hidden",
            "hidden",
            "initials-with-role",
            "initials-with-role",
            "initials-with-role",
            "not-mine",
            "nonsense");
    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final MailServer MAIL = MailServer.start();

    private final AppealSlug appeal = new AppealSlug("life-" + UUID.randomUUID());
    private final Fingerprints fingerprints = new Fingerprints(SECRET);

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    Reception reception;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Reviews reviews;

    @Autowired
    CommentReviews commentReviews;

    @Autowired
    CommentRemoval commentRemoval;

    @Autowired
    Submissions submissions;

    @Autowired
    Entries entries;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.fingerprint.secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void publishTheAppeal() {
        await().atMost(Duration.ofMinutes(1)).until(appeals::isComplete);
        Policy policy = new Policy(Policy.Organisations.REVIEW, Policy.Comments.REVIEW, false, false);
        kafka.send(AppealRecords.present(Appeals.anAppeal(appeal, policy))).join();
        await().atMost(Duration.ofMinutes(1)).until(() -> appeals.find(appeal).isPresent());
    }

    @Test
    void nothingIsListedButWhatItsOwnerReleasedAndOnce() {
        Map<String, Integer> happened = new TreeMap<>();
        for (int n = 0; n < SEQUENCES; n++) {
            long seed = SEED + n;
            new Life(seed, happened).goOn();
        }
        LOG.info("Happened: {}", happened);
        assertThat(happened)
                .containsKeys(
                        "listed",
                        "changed",
                        "change-awaiting-review",
                        "invalidated",
                        "rejected",
                        "forgotten",
                        "not offered",
                        "withdrawn",
                        "not-mine",
                        "comment shown",
                        "comment not-shown",
                        "comment waiting",
                        "comment removed",
                        "a comment on the list");
    }

    /** One signatory, and everything that happens to them in this appeal. */
    private final class Life {

        private final Random random;
        private final String seed;
        private final Map<String, Integer> happened;
        private final String address = UUID.randomUUID() + "@example.org";
        private final boolean marked;
        private final List<SignatureSubmitted> sent = new ArrayList<>();
        private final Set<Token> tokens = new LinkedHashSet<>();

        /** What the page showed to whoever decided, and what may therefore be on the list. */
        private final Map<SignatureId, Released> shown = new LinkedHashMap<>();

        private final Map<SignatureId, Released> proposed = new HashMap<>();
        private final Set<SignatureId> reviewed = new HashSet<>();
        private final Set<SignatureId> over = new HashSet<>();

        /** What their owners wrote, of those that have not removed it, and which of it reviewers let on the list. */
        private final Map<SignatureId, String> written = new HashMap<>();

        private final Set<SignatureId> shownComments = new HashSet<>();

        Life(long seed, Map<String, Integer> happened) {
            this.seed = "seed " + seed;
            this.happened = happened;
            random = new Random(seed);
            marked = random.nextBoolean();
        }

        void goOn() {
            for (int step = 0; step < STEPS; step++) {
                String what = happens();
                happened.merge(what, 1, Integer::sum);
                check(what + ", step " + step);
            }
        }

        private String happens() {
            return switch (random.nextInt(48)) {
                case 0, 1, 2, 3, 4 -> submit();
                case 5, 6, 7 -> comesAgain();
                case 8, 9, 10, 11, 12, 13 -> mailed();
                case 14, 15, 16, 17, 18, 19, 20 -> decided(DECISIONS.get(random.nextInt(DECISIONS.size())));
                case 21, 22 -> withdrawn();
                case 23, 24, 25, 26, 27 -> changed();
                case 28 -> expired();
                case 29 -> longAfter();
                case 30, 31, 32, 33, 34, 35, 36 ->
                    commented(CommentVerdict.values()[random.nextInt(CommentVerdict.values().length)]);
                case 37 -> commentRemoved();
                default -> reviewed(Verdict.values()[random.nextInt(Verdict.values().length)]);
            };
        }

        private String submit() {
            // Both what was sent before the last decision and what was sent after it come in.
            Instant when = random.nextBoolean() ? Instant.now() : Instant.now().minusSeconds(random.nextInt(5));
            Signatory.Individual person =
                    said(Signatories.person("Ada " + (char) ('A' + random.nextInt(26)) + "ovelace", address));
            Signatory who = random.nextInt(4) == 0
                    ? person
                    : new Signatory.Individual(
                            person.name(),
                            person.email(),
                            person.role(),
                            person.affiliation(),
                            person.city(),
                            person.country(),
                            new Comment("With you " + sent.size()),
                            person.consentVersion());
            sent.add(new SignatureSubmitted(
                    SignatureId.random(),
                    appeal,
                    1,
                    who.kind(),
                    fingerprints.of(appeal, who),
                    "en",
                    "direct",
                    when,
                    marked ? List.of("fast") : List.of(),
                    null,
                    who));
            // Sometimes it is only on its way.
            if (random.nextInt(4) > 0) {
                reception.take(List.of(sent.getLast()));
            }
            return "submitted";
        }

        private String comesAgain() {
            List<SignatureSubmitted> batch =
                    sent.stream().filter(one -> random.nextBoolean()).toList();
            if (!batch.isEmpty()) {
                reception.take(batch);
            }
            return "came again";
        }

        private String mailed() {
            return pick(sent)
                    .map(SignatureSubmitted::signatureId)
                    .filter(id -> submissions.find(id).isPresent())
                    .map(id -> {
                        tokens.add(links.make(id, Duration.ofDays(14)).token());
                        return "mailed";
                    })
                    .orElse("nothing to mail");
        }

        private String decided(String word) {
            return withToken(token -> {
                Linked before = confirmations.look(token).orElse(null);
                Answer answer = confirmations.decide(token, word);
                if (before != null && before.state() == SignatureState.PENDING && !isOffered(word, before)) {
                    assertThat(answer).as(seed).isInstanceOf(Answer.NothingChosen.class);
                    return "not offered";
                }
                if (answer instanceof Answer.Decided(Linked signature, SignatureState state)) {
                    assertThat(Objects.requireNonNull(before).state()).as(seed).isEqualTo(SignatureState.PENDING);
                    Decision.of(word, signature.kind())
                            .flatMap(Decision::display)
                            .ifPresent(display -> {
                                Signatory signatory = Objects.requireNonNull(before.signatory());
                                shown.put(signature.signature(), Released.of(signatory, display, false));
                                if (((Signatory.Individual) signatory).comment() instanceof Comment(String text)) {
                                    written.put(signature.signature(), text);
                                }
                            });
                    return state.id();
                }
                return "decided before";
            });
        }

        private static boolean isOffered(String word, Linked signature) {
            return Decision.of(word, signature.kind())
                    .filter(Decision.offeredTo(Objects.requireNonNull(signature.signatory()), false)::contains)
                    .isPresent();
        }

        /** The same person with another name or not, and with something beside it or nothing. */
        private Signatory.Individual said(Signatory.Individual person) {
            boolean more = random.nextInt(3) > 0;
            return new Signatory.Individual(
                    random.nextBoolean() ? person.name() : new PersonName("Ada Byron"),
                    person.email(),
                    more && random.nextBoolean() ? new Detail("cook") : null,
                    more ? person.affiliation() : null,
                    more && random.nextBoolean() ? new Detail("Riga") : null,
                    person.country(),
                    person.comment(),
                    person.consentVersion());
        }

        private String withdrawn() {
            return withToken(token -> {
                Answer answer = confirmations.withdraw(token);
                if (answer instanceof Answer.Decided(Linked signature, SignatureState state)) {
                    over.add(signature.signature());
                    return state.id();
                }
                return "nothing to withdraw";
            });
        }

        private String changed() {
            return withToken(token -> {
                Linked before = confirmations.look(token).orElse(null);
                if (before == null || !(before.signatory() instanceof Signatory.Individual person)) {
                    return "nothing to change";
                }
                Signatory.Individual other = said(person);
                ChosenDisplay asked = ChosenDisplay.values()[random.nextInt(ChosenDisplay.values().length)];
                // Initials with nothing beside them are initials.
                ChosenDisplay display = asked.possibleFor(other, false);
                if (before.wanted().isEmpty()) {
                    return "nothing to change";
                }
                Seen seen = Seen.of(before.wanted().get());
                Answer answer = confirmations.change(token, seen, other, asked);
                if (answer instanceof Answer.Decided(Linked signature, SignatureState state)) {
                    Released released = Released.of(other, display, false);
                    if (state == SignatureState.CHANGE_AWAITING_REVIEW) {
                        proposed.put(signature.signature(), released);
                        // The name waits for a reviewer. To show less of it, and less beside it, does not.
                        ChosenDisplay standing = Objects.requireNonNull(signature.display());
                        ChosenDisplay narrower = display.compareTo(standing) > 0 ? display : standing;
                        Signatory kept = Details.keptOf(person, other);
                        if (narrower != standing || !kept.equals(person)) {
                            shown.put(
                                    signature.signature(), Released.of(kept, narrower.possibleFor(kept, false), false));
                        }
                    } else {
                        shown.put(signature.signature(), released);
                        proposed.remove(signature.signature());
                    }
                    return state == SignatureState.CHANGE_AWAITING_REVIEW ? state.id() : "changed";
                }
                return "not changed";
            });
        }

        private String reviewed(Verdict verdict) {
            List<SignatureId> confirmed = List.copyOf(shown.keySet());
            Optional<SignatureId> one = random.nextInt(4) > 0
                    ? pick(confirmed.subList(Math.max(0, confirmed.size() - 2), confirmed.size()))
                    : pick(sent).map(SignatureSubmitted::signatureId);
            return one.map(id -> {
                        SignatureState before = stateOf(id);
                        reviews.decide(id, new Ruling(new Reviewer("anna"), verdict, "For a reason", null, null));
                        SignatureState after = stateOf(id);
                        if (before == after) {
                            return "reviewed in vain";
                        }
                        if (after == SignatureState.LISTED) {
                            reviewed.add(id);
                        }
                        if (before == SignatureState.CHANGE_AWAITING_REVIEW) {
                            Released released = proposed.remove(id);
                            if (verdict == Verdict.APPROVE || verdict == Verdict.REOPEN) {
                                shown.put(id, Objects.requireNonNull(released));
                            }
                        }
                        if (after == SignatureState.AWAITING_REVIEW) {
                            reviewed.remove(id);
                        }
                        return Objects.requireNonNull(after).id();
                    })
                    .orElse("nothing to review");
        }

        private String commented(CommentVerdict verdict) {
            List<SignatureId> confirmed = List.copyOf(shown.keySet());
            return pick(confirmed.subList(Math.max(0, confirmed.size() - 2), confirmed.size()))
                    .map(id -> {
                        String before = commentOf(id);
                        commentReviews.decide(new Reviewer("anna"), id, verdict, "For a reason");
                        String after = commentOf(id);
                        if (after == null || after.equals(before)) {
                            return "commented in vain";
                        }
                        if (after.equals("shown")) {
                            shownComments.add(id);
                        } else {
                            shownComments.remove(id);
                        }
                        return "comment " + after;
                    })
                    .orElse("no comment");
        }

        private String commentRemoved() {
            return withToken(token -> {
                SignatureId id =
                        confirmations.look(token).map(Linked::signature).orElse(null);
                if (!commentRemoval.remove(token)) {
                    return "no comment to remove";
                }
                written.remove(Objects.requireNonNull(id));
                shownComments.remove(id);
                return "comment removed";
            });
        }

        private String expired() {
            jdbc.sql("update link set decides_until = now() - interval '1 s' where signature_id in"
                            + " (select signature_id from submission where appeal = ?)")
                    .param(appeal.value())
                    .update();
            // Not those that are just leaving, which the mailer holds on to.
            jdbc.sql("update mail set state = 'dropped', ended_at = now() where mail_id in"
                            + " (select m.mail_id from mail m join submission s using (signature_id)"
                            + " where m.state = 'owed' and s.appeal = ? and s.fingerprint = ?"
                            + " for update of m skip locked)")
                    .param(appeal.value())
                    .param(sent.isEmpty() ? "" : sent.getFirst().fingerprint().value())
                    .update();
            submissions.expire(1_000);
            return "expired";
        }

        private String longAfter() {
            jdbc.sql("update submission set ended_at = now() - interval '31 days'"
                            + " where state in ('rejected', 'invalidated') and appeal = ?")
                    .param(appeal.value())
                    .update();
            return entries.removeTurnedAway(1_000) > 0 ? "forgotten" : "nothing to forget";
        }

        private void check(String after) {
            String as = seed + ": " + after;
            var onList = jdbc.sql("""
                            select e.signature_id, e.released, s.state, e.signatory ->> 'comment' as said,
                                   (select c.state from comment c where c.signature_id = e.signature_id) as comment
                            from entry e
                            join submission s on s.signature_id = e.signature_id
                            where e.on_list and e.appeal = ? and s.fingerprint = ?
                            """)
                    .param(appeal.value())
                    .param(sent.isEmpty() ? "" : sent.getFirst().fingerprint().value())
                    .query((row, number) -> Map.of(
                            "id", row.getString("signature_id"),
                            "released", row.getString("released"),
                            "state", row.getString("state"),
                            "said", String.valueOf(row.getString("said")),
                            "comment", String.valueOf(row.getString("comment"))))
                    .list();
            assertThat(onList).as(as).hasSizeLessThanOrEqualTo(1);
            onList.forEach(entry -> {
                SignatureId id = new SignatureId(UUID.fromString(entry.get("id")));
                assertThat(entry.get("state")).as(as).isIn("listed", "change-awaiting-review");
                assertThat(EventJson.read(entry.get("released").getBytes(StandardCharsets.UTF_8), Released.class))
                        .as(as)
                        .isEqualTo(shown.get(id));
                assertThat(over).as(as).doesNotContain(id);
                assertThat(entry.get("said")).as(as).isEqualTo(String.valueOf(written.get(id)));
                assertThat(entry.get("comment").equals("null")).as(as).isEqualTo(!written.containsKey(id));
                assertThat(entry.get("comment").equals("shown")).as(as).isEqualTo(shownComments.contains(id));
                if (shownComments.contains(id)) {
                    happened.merge("a comment on the list", 1, Integer::sum);
                }
                if (marked) {
                    assertThat(reviewed).as(as).contains(id);
                }
            });
        }

        private String withToken(Function<Token, String> act) {
            return pick(List.copyOf(tokens)).map(act).orElse("no token");
        }

        private @Nullable String commentOf(SignatureId id) {
            return jdbc.sql("select state from comment where signature_id = ?")
                    .param(id.value())
                    .query((row, number) -> row.getString(1))
                    .optional()
                    .orElse(null);
        }

        private @Nullable SignatureState stateOf(SignatureId id) {
            return submissions.find(id).map(submission -> submission.state()).orElse(null);
        }

        private <T> Optional<T> pick(List<T> from) {
            return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
        }
    }
}

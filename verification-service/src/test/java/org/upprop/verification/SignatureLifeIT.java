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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
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
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatoryKind;
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
import org.upprop.verification.list.Held;
import org.upprop.verification.mail.RemindersNow;
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
import org.upprop.verification.signature.Withheld;
import org.upprop.verification.submission.Reception;
import org.upprop.verification.submission.Submissions;

/**
 * Whatever happens in whatever order, on the real tables: submissions of people and organisations that come late, twice
 * and in batches, links of every mail, decisions, changes, reviews of signatures and of comments, withdrawals, reminders,
 * expiry, under each policy. After each step what is on the list was released so by its owner and let there by whoever had
 * to, and no signatory is there twice. A comment is there exactly where a reviewer was the last to speak of it and let it.
 * Nobody at risk is reminded, and nobody else twice.
 *
 * <p>{@code -Dupprop.life.sequences=…} tries so many, and {@code -Dupprop.life.seed=…} others.
 */
@OnRealInfrastructure
class SignatureLifeIT {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureLifeIT.class);
    private static final int SEQUENCES = Integer.getInteger("upprop.life.sequences", 72);
    private static final long SEED = Long.getLong("upprop.life.seed", 2022);
    private static final int STEPS = 120;
    private static final List<String> SHOWN = List.of("full", "initials", "hidden", "initials-with-role");
    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final MailServer MAIL = MailServer.start();

    private final List<Terms> policies = Stream.of(Policy.Organisations.values())
            .flatMap(organisations -> Stream.of(false, true)
                    .map(atRisk -> new Policy(organisations, Policy.Comments.REVIEW, false, atRisk, false)))
            .map(policy -> new Terms(new AppealSlug("life-" + UUID.randomUUID()), policy))
            .toList();
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
    Held held;

    @Autowired
    Links links;

    @Autowired
    ApplicationContext service;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.fingerprint.secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void publishTheAppeals() {
        await().atMost(Duration.ofMinutes(1)).until(appeals::isComplete);
        policies.forEach(terms -> kafka.send(AppealRecords.present(Appeals.anAppeal(terms.appeal(), terms.policy())))
                .join());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> policies.stream()
                        .allMatch(terms -> appeals.find(terms.appeal()).isPresent()));
    }

    @Test
    void nothingIsListedButWhatItsOwnerReleasedAndOnce() {
        Map<String, Integer> happened = new TreeMap<>();
        for (int n = 0; n < SEQUENCES; n++) {
            long seed = SEED + n;
            new Life(seed, happened).goOn();
        }
        happened.putAll(mailsByKind());
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
                        "a comment on the list",
                        "individual listed at once",
                        "individual listed after review",
                        "individual at risk listed at once",
                        "individual at risk listed after review",
                        "organisation listed at once",
                        "organisation listed after review",
                        "organisation at risk listed at once",
                        "organisation at risk listed after review",
                        "mail reminder",
                        "mail last-reminder");
    }

    private Map<String, Integer> mailsByKind() {
        Map<String, Integer> kinds = new HashMap<>();
        jdbc.sql("select m.kind, count(*) from mail m join submission s using (signature_id)"
                        + " where s.appeal = any (?) group by m.kind")
                .param(policies.stream().map(terms -> terms.appeal().value()).toArray(String[]::new))
                .query(row -> {
                    kinds.put("mail " + row.getString(1), row.getInt(2));
                });
        return kinds;
    }

    /** An appeal, and what its organiser decided for it. */
    private record Terms(AppealSlug appeal, Policy policy) {}

    /** One signatory, and everything that happens to them in one appeal. */
    private final class Life {

        private final SplittableRandom random;
        private final String seed;
        private final Map<String, Integer> happened;
        private final AppealSlug appeal;
        private final Policy policy;
        private final boolean marked;
        private final boolean isOnItsOwnDomain;
        private final Signatory signatory;
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
            random = new SplittableRandom(seed);
            // One after another, so that few sequences have each of them.
            Terms terms = policies.get(Math.floorMod(seed, policies.size()));
            int who = Math.floorMod(seed / policies.size(), 6);
            appeal = terms.appeal();
            policy = terms.policy();
            marked = who == 2 || who == 5;
            isOnItsOwnDomain = who != 4;
            String domain = "u" + UUID.randomUUID() + "-example.org";
            signatory = who < 3
                    ? Signatories.person("Ada Lovelace", "ada@" + domain)
                    : Signatories.organisation(
                            "rut@" + domain, isOnItsOwnDomain ? "https://www." + domain : "https://docks.example.net");
        }

        private boolean isOrganisation() {
            return signatory.kind() == SignatoryKind.ORGANISATION;
        }

        private boolean needsAReviewer() {
            return marked
                    || isOrganisation() && (policy.organisations() == Policy.Organisations.REVIEW || !isOnItsOwnDomain);
        }

        void goOn() {
            for (int step = 0; step < STEPS; step++) {
                String what = happens();
                happened.merge(what, 1, Integer::sum);
                check(what + ", step " + step);
            }
        }

        private String happens() {
            if (tokens.isEmpty()) {
                return random.nextBoolean() ? submit() : mailed();
            }
            return switch (random.nextInt(50)) {
                case 0, 1, 2, 3, 4 -> submit();
                case 5, 6, 7 -> comesAgain();
                case 8, 9, 10, 11, 12, 13 -> mailed();
                case 14, 15, 16, 17, 18, 19, 20 -> decided();
                case 21, 22 -> withdrawn();
                case 23, 24, 25, 26, 27 -> changed();
                case 28 -> expired();
                case 29 -> longAfter();
                case 30, 31, 32, 33, 34, 35, 36 ->
                    commented(CommentVerdict.values()[random.nextInt(CommentVerdict.values().length)]);
                case 37 -> commentRemoved();
                case 38, 39 -> timePasses();
                default -> reviewed(Verdict.values()[random.nextInt(Verdict.values().length)]);
            };
        }

        private String submit() {
            // Both what was sent before the last decision and what was sent after it come in.
            Instant when = random.nextBoolean() ? Instant.now() : Instant.now().minusSeconds(random.nextInt(5));
            Signatory who = said(signatory, random.nextInt(4) == 0 ? null : new Comment("With you " + sent.size()));
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
            return pickLate(sent)
                    .map(SignatureSubmitted::signatureId)
                    .filter(id -> submissions.find(id).isPresent())
                    .map(id -> {
                        tokens.add(links.make(id, Duration.ofDays(14)).token());
                        return "mailed";
                    })
                    .orElse("nothing to mail");
        }

        private String decided() {
            String word = word();
            // A page that was opened while its appeal was at risk showed nothing of where its owner lives, and one from
            // before the appeal took comments none.
            boolean withoutPlaces = policy.atRisk() || random.nextInt(4) == 0;
            boolean withoutComment = random.nextInt(8) == 0;
            return withToken(token -> {
                Linked before = confirmations.look(token).orElse(null);
                Answer answer = confirmations.decide(token, word, new Withheld(withoutPlaces, withoutComment));
                if (before != null
                        && before.state() == SignatureState.PENDING
                        && !isOffered(word, before, withoutPlaces)) {
                    assertThat(answer).as(seed).isInstanceOf(Answer.NothingChosen.class);
                    return "not offered";
                }
                if (answer instanceof Answer.Decided(Linked signature, SignatureState state)) {
                    assertThat(Objects.requireNonNull(before).state()).as(seed).isEqualTo(SignatureState.PENDING);
                    Decision.of(word, signature.kind())
                            .flatMap(Decision::display)
                            .ifPresent(display -> {
                                Signatory submitted = Objects.requireNonNull(before.signatory());
                                shown.put(signature.signature(), Released.of(submitted, display, withoutPlaces));
                                if (!withoutComment
                                        && submitted instanceof Signatory.Individual person
                                        && person.comment() instanceof Comment(String text)) {
                                    written.put(signature.signature(), text);
                                }
                            });
                    return state.id();
                }
                return "decided before";
            });
        }

        private String word() {
            return switch (random.nextInt(14)) {
                case 0 -> "not-mine";
                case 1 -> "nonsense";
                case 2 -> isOrganisation() ? "hidden" : "authorised";
                default -> isOrganisation() ? "authorised" : SHOWN.get(random.nextInt(SHOWN.size()));
            };
        }

        private static boolean isOffered(String word, Linked signature, boolean withoutPlaces) {
            return Decision.of(word, signature.kind())
                    .filter(Decision.offeredTo(Objects.requireNonNull(signature.signatory()), withoutPlaces)::contains)
                    .isPresent();
        }

        /** The same signatory with another name or not, and with something beside it or nothing. */
        private Signatory said(Signatory before, @Nullable Comment comment) {
            boolean more = random.nextInt(3) > 0;
            return switch (before) {
                case Signatory.Individual person ->
                    new Signatory.Individual(
                            random.nextBoolean()
                                    ? person.name()
                                    : new PersonName("Ada " + (char) ('A' + random.nextInt(26)) + "yron"),
                            person.email(),
                            more && random.nextBoolean() ? new Detail("cook") : null,
                            more ? person.affiliation() : null,
                            more && random.nextBoolean() ? new Detail("Riga") : null,
                            random.nextInt(4) > 0 ? person.country() : null,
                            comment,
                            person.consentVersion());
                case Signatory.Organisation organisation ->
                    new Signatory.Organisation(
                            random.nextBoolean()
                                    ? organisation.name()
                                    : new OrganisationName("Dockers " + (char) ('A' + random.nextInt(26))),
                            organisation.email(),
                            organisation.website(),
                            more ? organisation.organisationType() : OrganisationType.COOPERATIVE,
                            organisation.country(),
                            organisation.contact(),
                            true,
                            random.nextBoolean() ? new OrganisationName("Federation") : null,
                            organisation.consentVersion());
            };
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
                if (before == null || before.signatory() == null) {
                    return "nothing to change";
                }
                Signatory standing = before.signatory();
                Signatory other =
                        said(standing, standing instanceof Signatory.Individual person ? person.comment() : null);
                ChosenDisplay asked = ChosenDisplay.values()[random.nextInt(ChosenDisplay.values().length)];
                // Initials with nothing beside them are initials.
                ChosenDisplay display = asked.possibleFor(other, policy.atRisk());
                if (before.wanted().isEmpty()) {
                    return "nothing to change";
                }
                Seen seen = Seen.of(before.wanted().get(), policy.atRisk());
                Answer answer = confirmations.change(token, seen, other, asked);
                if (answer instanceof Answer.Decided(Linked signature, SignatureState state)) {
                    Released released = Released.of(other, display, policy.atRisk());
                    if (state == SignatureState.CHANGE_AWAITING_REVIEW) {
                        proposed.put(signature.signature(), released);
                        // The name waits for a reviewer. To show less of it, and less beside it, does not.
                        ChosenDisplay stood = Objects.requireNonNull(signature.display());
                        ChosenDisplay narrower = display.compareTo(stood) > 0 ? display : stood;
                        Signatory kept = Details.keptOf(standing, other);
                        if (narrower != stood || !kept.equals(standing)) {
                            shown.put(
                                    signature.signature(),
                                    Released.of(kept, narrower.possibleFor(kept, policy.atRisk()), policy.atRisk())
                                            .withinPlacesOf(Objects.requireNonNull(signature.released())));
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
            Optional<SignatureId> one = random.nextInt(4) > 0
                    ? pickLate(List.copyOf(shown.keySet()))
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
            return pickLate(List.copyOf(shown.keySet()))
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

        /** As if the mails that ask and remind had left two days ago, and sometimes as if the links ended tomorrow. */
        private String timePasses() {
            jdbc.sql("update mail set state = 'sent', ended_at = now() - interval '49 h' where mail_id in"
                            + " (select m.mail_id from mail m join submission s using (signature_id)"
                            + " where m.kind in ('confirm', 'reminder', 'last-reminder')"
                            + " and m.state in ('owed', 'sent') and s.appeal = ? and s.fingerprint = ?"
                            + " for update of m skip locked)")
                    .params(appeal.value(), fingerprint())
                    .update();
            if (random.nextBoolean()) {
                jdbc.sql("update link l set decides_until = now() + interval '20 h' from submission s"
                                + " where s.signature_id = l.signature_id and l.decides_until > now()"
                                + " and s.appeal = ? and s.fingerprint = ?")
                        .params(appeal.value(), fingerprint())
                        .update();
            }
            RemindersNow.owe(service);
            return "time passed";
        }

        private String expired() {
            jdbc.sql("update link set decides_until = now() - interval '1 s' where signature_id in"
                            + " (select signature_id from submission where appeal = ?)")
                    .param(appeal.value())
                    .update();
            // Not those that are just leaving, which the mailer holds on to.
            jdbc.sql("update recipient set seen_at = now() - interval '1 hour' where address_key in"
                            + " (select recipient from submission where appeal = ?)")
                    .param(appeal.value())
                    .update();
            jdbc.sql("update mail set state = 'dropped', ended_at = now() where mail_id in"
                            + " (select m.mail_id from mail m join submission s using (signature_id)"
                            + " where m.state = 'owed' and s.appeal = ? and s.fingerprint = ?"
                            + " for update of m skip locked)")
                    .params(appeal.value(), fingerprint())
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

        /** Where signatories are at risk nothing comes on the list before that. */
        private void theWindowEnds() {
            for (String table : List.of("entry", "comment")) {
                jdbc.sql("update " + table + " set publish_after = now() - interval '1 s'"
                                + " where publish_after is not null and signature_id in"
                                + " (select signature_id from submission where appeal = ? and fingerprint = ?)")
                        .params(appeal.value(), fingerprint())
                        .update();
            }
            while (held.release(1_000)) {
                LOG.debug("Released");
            }
        }

        private void check(String after) {
            String as = seed + ": " + after;
            theWindowEnds();
            var onList = jdbc.sql("""
                            select e.signature_id, e.released, s.state, e.signatory ->> 'comment' as said,
                                   (select c.state from comment c where c.signature_id = e.signature_id) as comment
                            from entry e
                            join submission s on s.signature_id = e.signature_id
                            where e.on_list and e.appeal = ? and s.fingerprint = ?
                            """)
                    .params(appeal.value(), fingerprint())
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
                if (needsAReviewer()) {
                    assertThat(reviewed).as(as).contains(id);
                }
                happened.merge(
                        (isOrganisation() ? "organisation" : "individual")
                                + (policy.atRisk() ? " at risk" : "")
                                + (needsAReviewer() ? " listed after review" : " listed at once"),
                        1,
                        Integer::sum);
            });
            assertThat(reminders()).as(as).allMatch(times -> times == (policy.atRisk() ? 0 : 1));
        }

        /** How often each reminder was owed for what is still undecided. */
        private List<Integer> reminders() {
            return jdbc.sql("select count(*) from mail m join submission s using (signature_id)"
                            + " where m.kind in ('reminder', 'last-reminder') and s.state = 'pending'"
                            + " and s.appeal = ? and s.fingerprint = ? group by m.kind")
                    .params(appeal.value(), fingerprint())
                    .query(Integer.class)
                    .list();
        }

        private String fingerprint() {
            return fingerprints.of(appeal, signatory).value();
        }

        private String withToken(Function<Token, String> act) {
            return pickLate(List.copyOf(tokens)).map(act).orElse("no token");
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

        /** Mostly one of the last, of which there is more to be said. */
        private <T> Optional<T> pickLate(List<T> from) {
            return pick(random.nextInt(4) > 0 ? from.subList(Math.max(0, from.size() - 2), from.size()) : from);
        }

        private <T> Optional<T> pick(List<T> from) {
            return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
        }
    }
}

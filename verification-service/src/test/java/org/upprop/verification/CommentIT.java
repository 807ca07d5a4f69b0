package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.access.Remit;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.event.EventJson;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Comment;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.comment.WaitingComment;
import org.upprop.verification.confirmation.CommentRemoval;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Seen;
import org.upprop.verification.link.Links;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.Entries;
import org.upprop.verification.review.CommentAnswer;
import org.upprop.verification.review.CommentReviews;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.submission.Reception;

/** The life of a comment beside that of its signature: over HTTP, on the real tables, and as the list hears of it. */
@OnRealInfrastructure(
        properties = {"upprop.reviewer.tokens.anna=the token of anna", "upprop.visits.asks-per-hour=1000000"})
class CommentIT {

    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final String ANNAS_TOKEN = "the token of anna";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Reviewer ANNA = new Reviewer("anna");
    private static final MailServer MAIL = MailServer.start();

    private final AppealSlug appeal = new AppealSlug("said-" + UUID.randomUUID());
    private final Fingerprints fingerprints = new Fingerprints(SECRET);
    private final String text = "We stand <b>with</b> you.\nAll of us. " + UUID.randomUUID();
    private final Signatory.Individual ada = saying(text);

    private DeskBrowser browser = new DeskBrowser(0);

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    ConsumerFactory<byte[], byte[]> consumers;

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
        browser = new DeskBrowser(port);
        await().atMost(LONG).until(appeals::isComplete);
        publish(Policy.Comments.REVIEW);
    }

    @Test
    void listsTheNameAtOnceAndTheCommentOnceSomebodyHasReadIt() {
        SignatureId id = confirmed(ada, "full");

        SignatureVerified listed = told(id);
        assertThat(listed.name()).isEqualTo("Ada Lindqvist");
        assertThat(listed.comment()).isNull();
        assertThat(queue()).contains("\"id\":\"" + id + "\"", "\"name\":\"Ada Lindqvist\"", text.replace("\n", "\\n"));

        assertThat(decide(id, "release", null).body()).isEqualTo("{\"id\":\"" + id + "\",\"status\":\"shown\"}");

        SignatureVerified shown = told(id);
        assertThat(shown.comment()).isEqualTo(text);
        assertThat(shown.name()).isEqualTo("Ada Lindqvist");
        assertThat(shown.version()).isEqualTo(listed.version() + 1);
        assertThat(shown.listedAt()).isEqualTo(listed.listedAt());
        assertThat(queue()).doesNotContain(id.toString());
        assertThat(trail(id)).containsExactly("anna comment-release shown null");
        assertThat(decide(id, "release", null).statusCode()).as("said twice").isEqualTo(200);
        assertThat(trail(id)).hasSize(1);
    }

    @Test
    void neverShowsWhatAReviewerRejectedAndTellsItsOwnerWhy() {
        SignatureId id = confirmed(ada, "full");
        long before = told(id).version();

        assertThat(decide(id, "reject", " ").body()).contains("reason.required");
        assertThat(state(id)).isEqualTo("waiting");
        assertThat(decide(id, "reject", "It names others").statusCode()).isEqualTo(200);

        assertThat(told(id).version()).as("nothing to tell").isEqualTo(before);
        assertThat(decide(id, "release", null).statusCode())
                .as("decided otherwise")
                .isEqualTo(409);
        assertThat(told(id).comment()).isNull();
        assertThat(trail(id)).containsExactly("anna comment-reject not-shown It names others");
        assertThat(get("/manage/" + token(id).value()).body())
                .contains("somebody at Alliance has read it and decided so", "The reason: It names others");
    }

    @Test
    void undoesWhatWasSaidOfACommentAndTakesOffWhatWasShown() {
        SignatureId id = confirmed(ada, "full");

        decide(id, "release", null);
        assertThat(decide(id, "reopen", null).body()).contains("reason.required");
        assertThat(told(id).comment()).isEqualTo(text);
        decide(id, "reopen", "Released too early");
        assertThat(told(id).comment()).isNull();
        assertThat(queue()).contains(id.toString());

        decide(id, "reject", "By mistake");
        decide(id, "reopen", null);
        decide(id, "release", null);
        assertThat(told(id).comment()).isEqualTo(text);

        assertThat(decide(id, "take-off", null).body()).contains("reason.required");
        decide(id, "take-off", "Somebody asked to");
        assertThat(told(id).comment()).isNull();
        assertThat(told(id).name()).isEqualTo("Ada Lindqvist");
        assertThat(trail(id)).hasSize(6).last().isEqualTo("anna comment-take-off not-shown Somebody asked to");
    }

    @Test
    void isSeenAndDecidedByReviewersOfItsAppealAlone() {
        SignatureId id = confirmed(saying(text), "full");
        Reviewer ofAnother = new Reviewer("clara", new Remit(List.of(new AppealSlug("another-appeal"))));
        Reviewer ofThis = new Reviewer("bo", new Remit(List.of(appeal)));

        assertThat(commentReviews.areTaken(ofAnother)).isFalse();
        assertThat(commentReviews.size(ofAnother, 10)).isZero();
        assertThat(commentReviews.waiting(ofAnother, "", WaitingComment.Place.START, 10))
                .isEmpty();
        assertThat(commentReviews.waiting(ofAnother, appeal.value(), WaitingComment.Place.START, 10))
                .isEmpty();
        assertThat(commentReviews.decide(ofAnother, id, CommentVerdict.REJECT, "Not so"))
                .isInstanceOf(CommentAnswer.NoComment.class);
        assertThat(trail(id)).isEmpty();

        assertThat(commentReviews.waiting(ofThis, "", WaitingComment.Place.START, 10))
                .hasSize(1);
        assertThat(commentReviews.decide(ofThis, id, CommentVerdict.RELEASE, null))
                .isInstanceOf(CommentAnswer.Decided.class);
    }

    @Test
    void letsOneOfTwoReviewersWhoDecideAtOnceDecide() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                SignatureId id = confirmed(saying(text), "full");
                List<Callable<CommentAnswer>> says = List.of(
                        () -> commentReviews.decide(ANNA, id, CommentVerdict.RELEASE, null),
                        () -> commentReviews.decide(new Reviewer("bo"), id, CommentVerdict.REJECT, "Not so"));
                List<CommentAnswer> answers = new ArrayList<>();
                for (var answer : both.invokeAll(says)) {
                    answers.add(answer.get());
                }

                assertThat(answers)
                        .filteredOn(CommentAnswer.Decided.class::isInstance)
                        .hasSize(1);
                assertThat(answers).contains(new CommentAnswer.DecidedOtherwise());
                assertThat(trail(id)).hasSize(1);
                assertThat(trail(id).getFirst()).contains(state(id));
            }
        }
    }

    @Test
    void deletesACommentThatAReviewerReleasesAtTheSameTime() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                SignatureId id = confirmed(saying(text), "full");
                Token token = token(id);
                List<Callable<Object>> says = List.of(
                        () -> commentReviews.decide(ANNA, id, CommentVerdict.RELEASE, null),
                        () -> commentRemoval.remove(token));
                for (var answer : both.invokeAll(says)) {
                    answer.get();
                }

                assertThat(rows(id)).isZero();
                assertThat(told(id).comment()).isNull();
                assertThat(kept(id)).doesNotContain(text.substring(0, 8));
            }
        }
    }

    @Test
    void deletesACommentAsSoonAsItsOwnerWantsIt() {
        SignatureId id = confirmed(ada, "full");
        decide(id, "reject", "About " + text);
        decide(id, "reopen", null);
        decide(id, "release", null);
        long before = told(id).version();
        Token token = token(id);
        String manage = "/manage/" + token.value();
        assertThat(get(manage).body()).contains("It stands on the list.", "We stand &lt;b&gt;with&lt;/b&gt; you.");

        assertThat(location(post(manage + "/comment", Map.of()))).endsWith("done=unticked");
        assertThat(state(id)).as("a scanner that sends the form as it is").isEqualTo("shown");
        String done = location(post(manage + "/comment", Map.of("remove", "comment")));

        assertThat(get(done).body()).contains("Your comment is deleted.").doesNotContain("We stand", "name=\"remove\"");
        assertThat(told(id).comment()).isNull();
        assertThat(told(id).version()).isEqualTo(before + 1);
        assertThat(kept(id)).doesNotContain(text.substring(0, 8));
        assertThat(get(manage + "/data").body()).doesNotContain("We stand");
        assertThat(decide(id, "release", null).statusCode()).isEqualTo(404);
        assertThat(location(post(manage + "/comment", Map.of("remove", "comment"))))
                .endsWith("done=unchanged");
    }

    @Test
    void forgetsACommentAlsoInAChangeThatWaits() {
        SignatureId id = confirmed(ada, "full", List.of("fast"));
        reviews.decide(id, new Ruling(ANNA, Verdict.APPROVE, null, null, null));
        decide(id, "release", null);
        Token token = token(id);
        change(token, new PersonName("Ada Byron"), ChosenDisplay.FULL);
        assertThat(told(id).name()).isEqualTo("Ada Lindqvist");

        post("/manage/" + token.value() + "/comment", Map.of("remove", "comment"));
        reviews.decide(id, new Ruling(ANNA, Verdict.APPROVE, null, null, null));

        assertThat(told(id).name()).isEqualTo("Ada Byron");
        assertThat(told(id).comment()).isNull();
        assertThat(kept(id)).doesNotContain(text.substring(0, 8));
    }

    @Test
    void deletesTheCommentWithTheSignature() {
        SignatureId id = confirmed(ada, "full");
        decide(id, "release", null);
        assertThat(get("/manage/" + token(id).value() + "/data").body())
                .contains(text.replace("\n", "\\n"), "\"state\" : \"shown\"", "comment-release");

        confirmations.withdraw(token(id));

        assertThat(rows(id)).isZero();
        assertThat(kept(id)).doesNotContain(text.substring(0, 8));
        assertThat(queue()).doesNotContain(id.toString());
        assertThat(decide(id, "release", null).statusCode()).isEqualTo(404);
    }

    @Test
    void deletesTheCommentOfWhoeverWasTurnedAway() {
        SignatureId id = confirmed(ada, "full");
        decide(id, "release", null);
        reviews.decide(id, new Ruling(ANNA, Verdict.TAKE_OFF, "Not a person", null, null));
        reviews.decide(id, new Ruling(ANNA, Verdict.PUT_BACK, null, null, null));
        assertThat(told(id).comment()).as("it comes back as it stood").isEqualTo(text);
        reviews.decide(id, new Ruling(ANNA, Verdict.TAKE_OFF, "Not a person", null, null));
        assertThat(queue()).doesNotContain(id.toString());

        jdbc.sql("update submission set ended_at = now() - interval '31 days' where signature_id = ?")
                .param(id.value())
                .update();

        // What the relay is just telling is passed over until the next time.
        await().atMost(LONG).until(() -> {
            entries.removeTurnedAway(1_000);
            return rows(id) == 0;
        });
        assertThat(kept(id)).doesNotContain(text.substring(0, 8));
    }

    @Test
    void showsNoCommentOfWhoeverIsNotShown() {
        SignatureId id = confirmed(ada, "hidden");
        assertThat(queue()).as("nobody would see it").doesNotContain(id.toString());
        decide(id, "release", null);
        assertThat(told(id).comment()).isNull();
        assertThat(get("/manage/" + token(id).value()).body()).contains("since it does not show you");

        change(token(id), ada.name(), ChosenDisplay.INITIALS);
        assertThat(told(id).name()).isEqualTo("A. L.");
        assertThat(told(id).comment()).isEqualTo(text);

        change(token(id), ada.name(), ChosenDisplay.HIDDEN);
        assertThat(told(id).comment()).isNull();
    }

    @Test
    void keepsTheCommentApartFromASignatureThatWaits() {
        SignatureId id = confirmed(ada, "initials", List.of("fast"));
        assertThat(queue()).as("no name stands on the list yet").doesNotContain(id.toString());
        assertThat(get("/manage/" + token(id).value()).body()).contains("It waits until somebody at Alliance");

        reviews.decide(id, new Ruling(ANNA, Verdict.APPROVE, null, null, null));

        assertThat(told(id).comment()).isNull();
        assertThat(queue()).contains(id.toString(), "\"name\":\"A. L.\"");
        decide(id, "release", null);
        assertThat(told(id).comment()).isEqualTo(text);
        change(token(id), ada.name(), ChosenDisplay.FULL);
        assertThat(told(id).comment()).isEqualTo(text);
    }

    @Test
    void letsNobodyWriteAnotherCommentThanWasRead() {
        SignatureId id = confirmed(ada, "full");
        decide(id, "release", null);
        Token token = token(id);
        Seen seen = Seen.of(confirmations.look(token).orElseThrow().wanted().orElseThrow(), false);

        assertThatThrownBy(() -> confirmations.change(token, seen, saying("Something else", ada), ChosenDisplay.FULL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(told(id).comment()).isEqualTo(text);
    }

    @Test
    void changesNothingWhenASubmissionComesAgain() {
        SignatureSubmitted submission = submission(ada, List.of());
        SignatureId id = confirmed(submission, "full");
        decide(id, "reject", "Not here");

        reception.take(List.of(submission));

        assertThat(state(id)).isEqualTo("not-shown");
        assertThat(told(id).comment()).isNull();
    }

    @Test
    void saysNothingOfCommentsWhereTheAppealTakesNone() {
        publish(Policy.Comments.OFF);
        SignatureSubmitted submission = submission(ada, List.of());
        Token token = taken(submission);

        assertThat(get("/verify/" + token.value()).body()).doesNotContain("Your comment", "We stand");
        confirmations.decide(token, "full");

        SignatureId id = submission.signatureId();
        assertThat(told(id).comment()).isNull();
        assertThat(rows(id)).isZero();
        assertThat(kept(id)).doesNotContain(text.substring(0, 8));
        assertThat(get("/manage/" + token.value()).body()).doesNotContain("omment");
        publish(Policy.Comments.REVIEW);
        assertThat(queue()).doesNotContain(id.toString());
    }

    @Test
    void keepsWhatIsShownAndShowsNobodyWhatWaitsOnceTheAppealTakesNoMore() {
        SignatureId shown = confirmed(ada, "full");
        decide(shown, "release", null);
        SignatureId waiting = confirmed(saying(text), "full");

        publish(Policy.Comments.OFF);

        assertThat(told(shown).comment()).isEqualTo(text);
        assertThat(queue()).doesNotContain(waiting.toString());
        assertThat(decide(waiting, "release", null).statusCode()).isEqualTo(404);
        assertThat(get("/manage/" + token(waiting).value()).body())
                .contains("since the appeal takes no comments any more", "name=\"remove\"");
        decide(shown, "take-off", "No comments here any more");
        assertThat(told(shown).comment()).isNull();

        publish(Policy.Comments.REVIEW);
        assertThat(queue()).contains(waiting.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "en, Your comment, somebody at Alliance has read it",
        "sv, Din kommentar, någon på Alliance har läst",
        "ru, Ваш комментарий, со стороны «Alliance»",
        "kk, Сіздің пікіріңіз, «Alliance» жағынан",
        "ar, تعليقك, يقرأه أحد من"
    })
    void asksOnlyOnAPageThatShowsTheCommentAndSaysWhenItIsShown(String language, String title, String when) {
        SignatureSubmitted submission = submission(ada, List.of());
        reception.take(List.of(submission));

        String page = get("/verify/" + token(submission.signatureId()).value() + "?lang=" + language)
                .body();

        assertThat(page)
                .contains("<h2>" + title + "</h2>", when)
                .contains("We stand &lt;b&gt;with&lt;/b&gt; you.\nAll of us.")
                .doesNotContain("<b>with");
    }

    @Test
    void showsReviewersWhatWaitsAndLetsThemDecideAndUndoOnTheirPages() {
        Signatory.Individual beata = saying(
                text,
                Signatories.person(
                        "Beata Lindqvist " + appeal.value().substring(5, 9),
                        ada.email().value()));
        SignatureId id = confirmed(beata, "full");
        browser.signIn(ANNAS_TOKEN);

        assertThat(get("/reviews").body()).contains("href=\"/reviews/comments\"", "Comments (");
        String page = get("/reviews/comments?appeal=" + appeal).body();
        assertThat(article(page, id))
                .contains(beata.name().value(), "We stand &lt;b&gt;with&lt;/b&gt; you.", "Waits 0 minutes")
                .doesNotContain("<b>with", ada.email().value());

        assertThat(said(id, "comment-reject", "")).contains("A reason is needed");
        assertThat(said(id, "comment-reject", "Not here"))
                .contains(beata.name().value() + ": comment not shown by anna", "value=\"comment-reopen\"");
        assertThat(said(id, "comment-release", "")).contains("Nothing was done, since it was decided before");
        assertThat(article(get("/reviews/decided").body(), id))
                .contains("comment not shown", "Not here", "Now: the comment is not shown")
                .contains("action=\"/reviews/comments/" + id + "\"");

        assertThat(said(id, "comment-reopen", "")).contains("comment sent back to review by anna");
        assertThat(said(id, "comment-release", "")).contains("comment shown on the list by anna");
        assertThat(told(id).comment()).isEqualTo(text);
        assertThat(article(get("/reviews/decided").body(), id))
                .contains("let the comment wait again, with a reason", "name=\"reason\"", "on their own page");
        assertThat(said(id, "comment-reopen", " ")).contains("A reason is needed");
        assertThat(said(id, "comment-reopen", "Released too early")).contains("comment sent back to review by anna");
        assertThat(told(id).comment()).isNull();
        said(id, "comment-release", "");
        String listed =
                get("/reviews/listed?q=" + encoded(beata.name().value())).body();
        assertThat(article(listed, id)).contains("We stand &lt;b&gt;", "value=\"comment-take-off\"");
        assertThat(said(id, "comment-take-off", "Somebody asked to")).contains("comment taken off the list by anna");
        assertThat(told(id).comment()).isNull();
    }

    @Test
    void offersToUndoWhatWasDoneToASignatureWhateverWasSaidOfItsComment() {
        SignatureId id = confirmed(ada, "full");
        reviews.decide(id, new Ruling(ANNA, Verdict.TAKE_OFF, "By mistake", null, null));
        commentReviews.decide(ANNA, id, CommentVerdict.REJECT, "Not here");
        browser.signIn(ANNAS_TOKEN);

        String decided = get("/reviews/decided").body();

        assertThat(decided).contains("action=\"/reviews/" + id + "\"", "action=\"/reviews/comments/" + id + "\"");
        assertThat(decided).contains("value=\"put-back\"", "value=\"comment-reopen\"");
    }

    @Test
    void hasTheQueueReadInParts() {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            ids.add(confirmed(saying(text), "full").toString());
        }
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            String part = api("GET", "?limit=1&appeal=" + appeal + "&after=" + next, null)
                    .body();
            read.add(part.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1"));
            next = part.contains("\"next\":null") ? "" : part.replaceFirst("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        } while (!next.isEmpty());

        assertThat(read).isEqualTo(ids);
        assertThat(api("GET", "?appeal=another", null).body()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(api("GET", "?after=x", null).statusCode()).isEqualTo(422);
        assertThat(get("/api/v1/reviews/comments").statusCode())
                .as("without a token")
                .isEqualTo(401);
    }

    @Test
    void keepsNoCommentThatThePageOfTheDecisionDidNotShow() {
        publish(Policy.Comments.OFF);
        SignatureSubmitted submission = submission(ada, List.of());
        Token token = taken(submission);
        assertThat(get("/verify/" + token.value()).body())
                .contains("name=\"withheld\" value=\"comment\"")
                .doesNotContain("We stand");
        publish(Policy.Comments.REVIEW);

        post("/verify/" + token.value(), Map.of("decision", "full", "withheld", "comment"));

        assertThat(told(submission.signatureId()).name()).isEqualTo("Ada Lindqvist");
        assertThat(rows(submission.signatureId())).isZero();
        assertThat(kept(submission.signatureId())).doesNotContain("We stand");
    }

    @Test
    void saysOfACommentWhoseSignatureWaitsAgainThatBothWait() {
        SignatureId id = confirmed(ada, "full");
        decide(id, "release", null);
        assertThat(get("/manage/" + token(id).value()).body()).contains("It stands on the list.");

        reviews.decide(id, new Ruling(ANNA, Verdict.REOPEN, "To look again", null, null));

        assertThat(get("/manage/" + token(id).value()).body())
                .contains("It stands on the list as soon as your signature does.");
    }

    private void publish(Policy.Comments comments) {
        Policy policy = new Policy(Policy.Organisations.REVIEW, comments, false, false, false);
        kafka.send(AppealRecords.present(Appeals.anAppeal(appeal, policy))).join();
        await().atMost(LONG)
                .until(() -> appeals.find(appeal)
                        .filter(found -> found.policy().comments() == comments)
                        .isPresent());
    }

    private static Signatory.Individual saying(String text) {
        return saying(text, Signatories.person("Ada Lindqvist", UUID.randomUUID() + "@example.org"));
    }

    private static Signatory.Individual saying(String text, Signatory.Individual person) {
        return new Signatory.Individual(
                person.name(),
                person.email(),
                person.role(),
                person.affiliation(),
                person.city(),
                person.country(),
                new Comment(text),
                person.consentVersion());
    }

    private SignatureSubmitted submission(Signatory signatory, List<String> screening) {
        return new SignatureSubmitted(
                SignatureId.random(),
                appeal,
                1,
                signatory.kind(),
                fingerprints.of(appeal, signatory),
                "en",
                "direct",
                Instant.now(),
                screening,
                null,
                signatory);
    }

    private SignatureId confirmed(Signatory signatory, String decision) {
        return confirmed(signatory, decision, List.of());
    }

    private SignatureId confirmed(Signatory signatory, String decision, List<String> screening) {
        return confirmed(submission(signatory, screening), decision);
    }

    private SignatureId confirmed(SignatureSubmitted submission, String decision) {
        confirmations.decide(taken(submission), decision);
        return submission.signatureId();
    }

    private Token taken(SignatureSubmitted submission) {
        reception.take(List.of(submission));
        return token(submission.signatureId());
    }

    private Token token(SignatureId id) {
        return links.make(id, Duration.ofDays(1)).token();
    }

    /** Its owner opens the page of the own link, and sends it so. */
    private void change(Token token, PersonName name, ChosenDisplay display) {
        var wanted = confirmations.look(token).orElseThrow().wanted().orElseThrow();
        Signatory.Individual from = (Signatory.Individual) wanted.signatory();
        confirmations.change(
                token,
                Seen.of(wanted, false),
                new Signatory.Individual(
                        name,
                        from.email(),
                        from.role(),
                        from.affiliation(),
                        from.city(),
                        from.country(),
                        from.comment(),
                        from.consentVersion()),
                display);
    }

    /** What the list was told last of an entry, once it was told all there is. */
    private SignatureVerified told(SignatureId id) {
        long version = jdbc.sql("select version from entry where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getLong(1))
                .single();
        return await().atMost(LONG).until(() -> lastTold(id), last -> last != null && last.version() == version);
    }

    private @Nullable SignatureVerified lastTold(SignatureId id) {
        String key = jdbc.sql("select entry_id from entry where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .single();
        return VerifiedTopic.read(consumers).under(key).stream()
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .map(value -> EventJson.read(value, SignatureVerified.class))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private String state(SignatureId id) {
        return jdbc.sql("select state from comment where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private long rows(SignatureId id) {
        return jdbc.sql("select count(*) from comment where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Everything that a table holds of it. */
    private String kept(SignatureId id) {
        return String.join(
                "\n",
                jdbc.sql("""
                        select row_to_json(s)::text from submission s where signature_id = :id
                        union all select row_to_json(e)::text from entry e where signature_id = :id
                        union all select row_to_json(c)::text from comment c where signature_id = :id
                        union all select row_to_json(a)::text from review_action a where signature_id = :id
                        """)
                        .param("id", id.value())
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private List<String> trail(SignatureId id) {
        return jdbc.sql("select reviewer, action, comment_state, reason from review_action"
                        + " where signature_id = ? and comment_state is not null order by action_id")
                .param(id.value())
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4))
                .list();
    }

    /** What one article of a page holds about a signature. */
    private static String article(String page, SignatureId id) {
        return Pattern.compile("(?s)<article.*?</article>")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .filter(found -> found.contains(id.toString()))
                .collect(Collectors.joining());
    }

    private String queue() {
        return api("GET", "?limit=100&appeal=" + appeal, null).body();
    }

    private HttpResponse<String> decide(SignatureId id, String decision, @Nullable String reason) {
        String body = reason == null
                ? "{\"decision\":\"" + decision + "\"}"
                : "{\"decision\":\"" + decision + "\",\"reason\":\"" + reason.replace("\n", "\\n") + "\"}";
        return api("POST", "/" + id, body);
    }

    private HttpResponse<String> api(String method, String path, @Nullable String body) {
        return browser.api(ANNAS_TOKEN, method, "/api/v1/reviews/comments" + path, body);
    }

    /** Sends a form of a reviewer's page, and returns the page to which that leads. */
    private String said(SignatureId id, String decision, String reason) {
        get("/reviews/comments");
        return get(location(post("/reviews/comments/" + id, Map.of("decision", decision, "reason", reason))))
                .body();
    }

    private HttpResponse<String> get(String path) {
        return browser.get(path);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return browser.post(path, fields);
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return Objects.requireNonNull(response.headers().firstValue("Location").orElse(null));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Signatories.person;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.access.BearerToken;
import org.upprop.access.Grant;
import org.upprop.access.Role;
import org.upprop.access.messaging.TokenBook;
import org.upprop.access.messaging.TokenRecords;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.Website;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Seen;
import org.upprop.verification.link.Links;
import org.upprop.verification.link.Token;
import org.upprop.verification.report.Reports;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.bulk.Bulk;
import org.upprop.verification.review.bulk.BulkWork;
import org.upprop.verification.review.bulk.Bulks;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.submission.Reception;
import tools.jackson.databind.json.JsonMapper;

/** What reviewers see and do, and what readers report, over HTTP and on the real tables. */
@OnRealInfrastructure(
        properties = {
            "upprop.reviewer.tokens.anna=the token of anna",
            "upprop.reviewer.tokens.bo=the token of bo!!",
            "upprop.visits.asks-per-hour=1000000"
        })
class ReviewIT {

    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final MailServer MAIL = MailServer.start();

    private final AppealSlug appeal = new AppealSlug("review-" + UUID.randomUUID());
    private final Fingerprints fingerprints = new Fingerprints(SECRET);
    private final String own = lettersOf(UUID.randomUUID()) + ".org";

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    TokenBook tokens;

    @Autowired
    Reception reception;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Links links;

    @Autowired
    AuditTrail trail;

    @Autowired
    Reports reports;

    @Autowired
    Bulks bulks;

    @Autowired
    BulkWork work;

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
        kafka.send(AppealRecords.present(Appeals.anAppeal(appeal))).join();
        await().atMost(Duration.ofMinutes(1)).until(() -> appeals.find(appeal).isPresent());
    }

    @Test
    void letsNobodyInWithoutAToken() {
        Browser nobody = new Browser();

        for (String page : List.of("/reviews", "/reviews/decided", "/reviews/listed?q=a")) {
            assertThat(nobody.get(page).statusCode()).as(page).isEqualTo(303);
            assertThat(nobody.location()).as(page).isEqualTo("/reviews/sign-in");
        }
        assertThat(nobody.post("/reviews/sign-in", Map.of("token", "the token of nobody"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(nobody.cookie).isNull();
    }

    @Test
    void keepsAReviewerSignedInByACookieThatNoScriptReadsUntilTheyLeave() {
        Browser anna = new Browser();

        HttpResponse<String> in = anna.post("/reviews/sign-in", Map.of("token", "the token of anna"));

        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
        assertThat(anna.get("/reviews").body()).contains("Signed in as anna").doesNotContain("the token of anna");
        String left = anna.cookie;
        anna.post("/reviews/sign-out", Map.of());
        anna.cookie = left;
        assertThat(anna.get("/reviews").statusCode()).isEqualTo(303);
    }

    @Test
    void letsWhoWasGivenATokenReviewUntilItIsRevoked() {
        BearerToken token = BearerToken.random();
        Grant grant = give(token, Role.REVIEWER, List.of());
        SignatureId first = confirmed(organisation("Hamnarbetarna", own));
        SignatureId second = confirmed(organisation("Gruvarbetarna", "x" + own));
        Browser clara = new Browser();
        clara.signIn(token.secret());

        assertThat(clara.get("/reviews").body()).contains("Signed in as clara");
        clara.decide(first, "approve", "Known to us");
        assertThat(trail.last(first).orElseThrow().reviewer()).isEqualTo("clara");
        assertThat(clara.api(token.secret(), "GET", "/api/v1/reviews", null).statusCode())
                .isEqualTo(200);

        kafka.send(TokenRecords.revoked(grant, Instant.now())).join();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> clara.api(token.secret(), "GET", "/api/v1/reviews", null)
                                .statusCode()
                        == 401);
        assertThat(clara.get("/reviews").statusCode()).isEqualTo(303);
        clara.post("/reviews/" + second, Map.of("decision", "approve"));
        assertThat(state(second)).isEqualTo("awaiting-review");
        assertThat(new Browser()
                        .post("/reviews/sign-in", Map.of("token", token.secret()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsNobodyReviewWithATokenForSomethingElse() {
        BearerToken token = BearerToken.random();
        give(token, Role.OPERATOR, List.of());

        Browser nobody = new Browser();
        assertThat(nobody.api(token.secret(), "GET", "/api/v1/reviews", null).statusCode())
                .isEqualTo(401);
        assertThat(nobody.post("/reviews/sign-in", Map.of("token", token.secret()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsAReviewerOfSomeAppealsNothingOfOthersAndLetsThemDecideNothingThere() {
        SignatureId waits = confirmed(organisation("Hamnarbetarna " + own, own));
        SignatureId approved = confirmed(organisation("Gruvarbetarna " + own, "x" + own));
        SignatureId listed = confirmed(person("Ada Lindqvist " + own, "ada@" + own));
        String entry = entryOf(listed);
        new Browser().json("/api/v1/entries/" + entry + "/reports", "{\"reason\":\"not-me\"}");
        signedIn("anna").decide(approved, "approve", "Known to us");
        String path =
                bulkOf("{\"appeal\":\"" + appeal + "\",\"mark\":\"fast\",\"decision\":\"approve\",\"dryRun\":false}");
        String bulk = path.substring(path.lastIndexOf('/') + 1);
        assertThat(signedIn("anna").get("/reviews/bulk").body()).contains(bulk);
        BearerToken token = BearerToken.random();
        give(token, Role.REVIEWER, List.of(new AppealSlug("elsewhere-" + UUID.randomUUID())));
        Browser clara = new Browser();
        clara.signIn(token.secret());

        for (String page : List.of(
                "/reviews",
                "/reviews?appeal=" + appeal,
                "/reviews?said=approve&about=" + approved,
                "/reviews/decided",
                "/reviews/reported",
                "/reviews/listed?q=Ada",
                "/reviews/bulk?appeal=" + appeal,
                "/reviews/bulk?like=" + waits)) {
            HttpResponse<String> seen = clara.get(page);
            assertThat(seen.statusCode()).as(page).isEqualTo(200);
            assertThat(seen.body()).as(page).doesNotContain(own, bulk, "/reviews/screening");
        }
        for (SignatureId id : List.of(waits, approved, listed)) {
            clara.get("/reviews");
            clara.post("/reviews/" + id, Map.of("decision", "take-off", "reason", "So", "seen", Instant.now() + ""));
            clara.post("/reviews/" + id, Map.of("decision", "approve", "seen", Instant.now() + ""));
            clara.post("/reviews/" + id, Map.of("decision", "dismiss-reports"));
            String decision = "{\"decision\":\"reject\",\"reason\":\"So\"}";
            assertThat(clara.api(token.secret(), "POST", "/api/v1/reviews/" + id, decision)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(state(waits)).isEqualTo("awaiting-review");
        assertThat(List.of(state(approved), state(listed))).containsOnly("listed");
        assertThat(reports(entry)).containsExactly("open");
        assertThat(clara.api(token.secret(), "GET", "/api/v1/reviews?limit=100", null)
                        .body())
                .contains("\"items\":[]");
        assertThat(clara.api(token.secret(), "POST", "/api/v1/bulk-reviews", "{\"appeal\":\"" + appeal + "\"}")
                        .body())
                .contains("appeal.of-others");
        assertThat(clara.api(token.secret(), "POST", "/api/v1/bulk-reviews", "{\"like\":\"" + waits + "\"}")
                        .body())
                .contains("appeal.of-others");
        assertThat(clara.api(token.secret(), "GET", path, null).statusCode()).isEqualTo(404);
        assertThat(clara.api(token.secret(), "DELETE", path, null).statusCode()).isEqualTo(404);
        for (String method : List.of("GET", "POST")) {
            String rule = method.equals("GET") ? null : "{\"kind\":\"domain\",\"value\":\"a.example\"}";
            assertThat(clara.api(token.secret(), method, "/api/v1/screening-rules", rule)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(clara.get("/reviews/screening").statusCode()).isEqualTo(403);
    }

    @Test
    void letsAReviewerOfSomeAppealsDecideThere() {
        SignatureId waits = confirmed(organisation("Hamnarbetarna " + own, own));
        SignatureId marked = confirmed(person("Bo Berg " + own, "bo@" + own), List.of("fast"));
        SignatureId listed = confirmed(person("Ada Lindqvist " + own, "ada@" + own));
        new Browser().json("/api/v1/entries/" + entryOf(listed) + "/reports", "{\"reason\":\"not-me\"}");
        BearerToken token = BearerToken.random();
        give(token, Role.REVIEWER, List.of(appeal));
        Browser clara = new Browser();
        clara.signIn(token.secret());

        assertThat(clara.get("/reviews").body()).contains("Hamnarbetarna " + own, "Bo Berg " + own);
        assertThat(clara.get("/reviews/reported").body()).contains("Ada Lindqvist " + own);
        assertThat(clara.get("/reviews/listed?q=Ada").body()).contains("Ada Lindqvist " + own);
        clara.decide(waits, "approve", "");
        assertThat(state(waits)).isEqualTo("listed");
        assertThat(clara.get("/reviews/decided").body()).contains("Hamnarbetarna " + own);
        assertThat(clara.api(token.secret(), "POST", "/api/v1/bulk-reviews", "{\"mark\":\"fast\"}")
                        .body())
                .as("of this appeal alone")
                .startsWith("{\"matched\":1,");
        clara.decide(listed, "take-off", "Reported");
        assertThat(List.of(state(marked), state(listed))).doesNotContain("listed");
    }

    @Test
    void takesNoFormThatCameFromElsewhere() {
        SignatureId waiting = confirmed(organisation("Hamnarbetarna", own));
        Browser anna = signedIn("anna");

        assertThat(anna.postAs("/reviews/" + waiting, Map.of("decision", "approve"), Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(anna.location()).isEqualTo("/reviews/sign-in");
        anna.postAs("/reviews/" + waiting, Map.of("decision", "approve", "form", "A".repeat(43)), Map.of());
        assertThat(state(waiting)).isEqualTo("awaiting-review");
        HttpResponse<String> foreign = new Browser()
                .postAs(
                        "/reviews/sign-in",
                        Map.of("token", "the token of anna"),
                        Map.of("Sec-Fetch-Site", "cross-site"));
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void showsWhoeverHasEvidenceFirstAndWhoMayBeTheSameBesides() {
        SignatureId older = confirmed(organisation("Kranförarna", "else-" + own, "rut@gmail.com", "SE"));
        SignatureId evident = confirmed(organisation("Hamnarbetarna", own));
        SignatureId sameName = confirmed(organisation("HAMN-ARBETARNA", "other-" + own, "x@gmail.com", "SE"));
        SignatureId sameDomain = confirmed(organisation("Sektion 4", own + "/sektion4", "rut@" + own, "SE"));
        confirmed(organisation("Hamnarbetarna", "third-" + own, "y@gmail.com", "NO"));

        String page = signedIn("anna").get("/reviews?appeal=" + appeal).body();

        assertThat(page).containsSubsequence("Hamnarbetarna</h2>", "Kranförarna</h2>");
        assertThat(card(page, evident))
                .contains("Mail address on its own domain", "Trade union", "Sweden")
                .contains("<a href=\"https://" + own + "\" rel=\"noreferrer noopener nofollow\"")
                .contains("May be the same", "Sektion 4", "same domain", "HAMN-ARBETARNA", "same name and country")
                .doesNotContain("Norway", "third-");
        assertThat(card(page, sameName)).contains("Hamnarbetarna", "No mail address on its own domain");
        assertThat(card(page, sameDomain)).contains("Hamnarbetarna", "same domain");
        assertThat(card(page, older)).doesNotContain("May be the same");
        assertThat(page).doesNotContain("rut@", "Rut Berg", "<script");
    }

    @Test
    void showsWhoMayBeTheSameAlsoWhereManyHaveTheirPages() {
        SignatureId first = confirmed(organisation("Hamnarbetarna", "facebook.com/one-" + own, "a@gmail.com", "SE"));
        confirmed(organisation("Hamnarbetarna", "facebook.com/other-" + own, "b@gmail.com", "SE"));

        String page = signedIn("anna").get("/reviews?appeal=" + appeal).body();

        assertThat(card(page, first)).contains("May be the same", "same name and country");
    }

    @Test
    void saysPlainlyWhatAnotherReviewerHasDecidedBefore() {
        SignatureId waiting = confirmed(organisation("Hamnarbetarna", own));
        Browser anna = signedIn("anna");
        Browser bo = signedIn("bo");

        assertThat(anna.decide(waiting, "approve", "").body())
                .contains("Hamnarbetarna: approved by anna")
                .contains("Undo");
        assertThat(bo.decide(waiting, "reject", "Nobody knows them").body())
                .contains("Nothing was done, since it was decided before. Hamnarbetarna: approved by anna");

        assertThat(state(waiting)).isEqualTo("listed");
        assertThat(trail(waiting)).containsExactly("anna approve awaiting-review listed null");
    }

    @Test
    void rejectsNothingWithoutAReason() {
        SignatureId waiting = confirmed(organisation("Hamnarbetarna", own));
        Browser anna = signedIn("anna");

        assertThat(anna.decide(waiting, "reject", " ").body()).contains("A reason is needed");
        assertThat(anna.decide(waiting, "reject", "a".repeat(501)).body()).contains("The reason is too long");
        assertThat(anna.decide(waiting, "perhaps", "").body()).contains("Nothing was chosen");
        assertThat(state(waiting)).isEqualTo("awaiting-review");

        assertThat(anna.decide(waiting, "reject", "Nobody knows them").body()).contains("rejected by anna");
        assertThat(trail(waiting)).containsExactly("anna reject awaiting-review rejected Nobody knows them");
    }

    @Test
    void undoesFromTheListOfWhatWasDecided() {
        SignatureId waiting = confirmed(organisation("Hamnarbetarna " + own, own));
        Browser anna = signedIn("anna");
        anna.decide(waiting, "reject", "By mistake");

        String decided = anna.get("/reviews/decided").body();
        assertThat(decided).contains("Hamnarbetarna " + own, "By mistake", "Now: rejected");
        assertThat(decided).contains("action=\"/reviews/" + waiting + "\"", "value=\"reopen\"");
        assertThat(anna.decide(waiting, "reopen", "").body()).contains("sent back to review by anna");

        assertThat(state(waiting)).isEqualTo("awaiting-review");
        assertThat(trail(waiting)).hasSize(2);
    }

    @Test
    void endsWhatItsSignatorySentMeanwhileWhenARejectionIsUndone() {
        Signatory.Organisation signatory = organisation("Hamnarbetarna", own);
        SignatureId first = confirmed(signatory);
        Browser anna = signedIn("anna");
        anna.decide(first, "reject", "By mistake");
        SignatureId second = submitted(signatory, List.of(), Instant.now().plusSeconds(1));
        Token link = links.make(second, Duration.ofDays(1)).token();
        assertThat(state(second)).isEqualTo("pending");

        anna.decide(first, "reopen", "");

        assertThat(List.of(state(first), state(second))).containsExactly("awaiting-review", "superseded");
        confirmations.decide(link, "authorised");
        assertThat(List.of(state(first), state(second))).containsExactly("awaiting-review", "superseded");
        assertThat(mails(first)).as("since it was told of the rejection").containsOnlyOnce("rejected");
        assertThat(mails(first).stream().filter("awaiting-review"::equals)).hasSize(2);
    }

    @Test
    void takesWhatIsListedBackToReviewOnlyForAReason() {
        SignatureId waiting = confirmed(organisation("Hamnarbetarna", own));
        Browser anna = signedIn("anna");
        assertThat(anna.decide(waiting, "approve", "").body()).contains("name=\"reason\"", "value=\"reopen\"");

        assertThat(anna.decide(waiting, "reopen", " ").body()).contains("A reason is needed");
        assertThat(anna.api("POST", "/api/v1/reviews/" + waiting, "{\"decision\":\"reopen\"}")
                        .body())
                .contains("reason.required");
        assertThat(state(waiting)).isEqualTo("listed");

        anna.decide(waiting, "reopen", "Approved too early");
        assertThat(state(waiting)).isEqualTo("awaiting-review");
    }

    @Test
    void takesWhatChangesBackToReviewOnlyForAReasonAndAsItIsToBe() {
        Signatory.Organisation before = organisation("Hamnarbetarna", own);
        SignatureId waiting = confirmed(before);
        Browser anna = signedIn("anna");
        anna.decide(waiting, "approve", "");
        change(waiting, named("Hamnens arbetare", before), ChosenDisplay.FULL);

        assertThat(anna.decide(waiting, "reopen", " ").body()).contains("A reason is needed");
        assertThat(state(waiting)).isEqualTo("change-awaiting-review");
        assertThat(shown(waiting)).isEqualTo("true full Hamnarbetarna");

        anna.decide(waiting, "reopen", "To look again");
        assertThat(state(waiting)).isEqualTo("awaiting-review");
        assertThat(shown(waiting)).isEqualTo("false full Hamnens arbetare");
    }

    @Test
    void offersNoWayBackFromAChangeThatWasApproved() {
        Signatory.Organisation before = organisation("Hamnarbetarna", own);
        SignatureId waiting = confirmed(before);
        Browser anna = signedIn("anna");
        anna.decide(waiting, "approve", "");
        change(waiting, named("Hamnens arbetare", before), ChosenDisplay.FULL);

        assertThat(anna.decide(waiting, "approve", "").body())
                .as("of a change nothing stands that could come back")
                .contains("Hamnens arbetare: approved by anna")
                .doesNotContain("Undo");
    }

    @Test
    void findsWhatIsListedByItsNameOrDomainAndTakesItOff() {
        SignatureId waiting = confirmed(organisation("Ühamn " + own, own));
        Browser anna = signedIn("anna");
        assertThat(anna.get("/reviews/listed?q=" + own).body()).contains("Nothing on the list begins so");
        anna.decide(waiting, "approve", "");

        assertThat(anna.get("/reviews/listed?q=" + encoded("ühamn " + own.substring(0, 4)))
                        .body())
                .contains("Ühamn " + own);
        assertThat(anna.get("/reviews/listed?q=" + own).body()).contains("Ühamn " + own);
        assertThat(anna.get("/reviews/listed?q=" + encoded("%")).body()).contains("Nothing on the list begins so");
        assertThat(anna.get("/reviews/listed?q=" + encoded("%hamn")).body()).doesNotContain("Ühamn " + own);

        assertThat(anna.decide(waiting, "take-off", "").body()).contains("A reason is needed");
        assertThat(anna.decide(waiting, "take-off", "Asked to").body())
                .contains("taken off the list by anna", "value=\"put-back\"");
        assertThat(state(waiting)).isEqualTo("invalidated");
        assertThat(anna.get("/reviews/listed?q=" + own).body()).contains("Nothing on the list begins so");
        anna.decide(waiting, "put-back", "");
        assertThat(state(waiting)).isEqualTo("listed");
    }

    @Test
    void showsAChangeBesideWhatStands() {
        Signatory.Organisation before = organisation("Hamnarbetarna", own);
        SignatureId waiting = confirmed(before);
        Browser anna = signedIn("anna");
        anna.decide(waiting, "approve", "");
        change(waiting, named("Hamnens arbetare", before), ChosenDisplay.FULL);

        String card = card(anna.get("/reviews?appeal=" + appeal).body(), waiting);

        assertThat(card).contains("A change");
        assertThat(card)
                .containsSubsequence("On the list now", "Hamnarbetarna<", "As it is to be", "Hamnens arbetare<");
        assertThat(anna.decide(waiting, "approve", "").body()).contains("Hamnens arbetare: approved by anna");
    }

    @Test
    void approvesNothingThatTheReviewerHasNotSeen() {
        Signatory.Organisation before = organisation("Hamnarbetarna", own);
        SignatureId waiting = confirmed(before);
        Browser anna = signedIn("anna");
        String outdated = seen(anna.get("/reviews?appeal=" + appeal).body(), waiting);
        change(waiting, named("Statens hamnar", before), ChosenDisplay.FULL);

        anna.post("/reviews/" + waiting, Map.of("decision", "approve", "seen", outdated));
        assertThat(anna.get(anna.location()).body()).contains("Its owner has changed it since you looked at it");
        anna.post("/reviews/" + waiting, Map.of("decision", "approve"));
        assertThat(anna.get(anna.location()).body()).contains("Its owner has changed it since you looked at it");
        HttpResponse<String> refused = anna.api(
                "POST", "/api/v1/reviews/" + waiting, "{\"decision\":\"approve\",\"since\":\"" + outdated + "\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("changed-meanwhile");
        assertThat(state(waiting)).isEqualTo("awaiting-review");

        assertThat(anna.decide(waiting, "approve", "").body()).contains("Statens hamnar: approved by anna");
        change(waiting, named("Hamnarna", before), ChosenDisplay.FULL);
        outdated = seen(anna.get("/reviews?appeal=" + appeal).body(), waiting);
        change(waiting, named("Alla hamnar", before), ChosenDisplay.FULL);
        anna.post("/reviews/" + waiting, Map.of("decision", "approve", "seen", outdated));
        assertThat(shown(waiting)).as("of a change as well").isEqualTo("true full Statens hamnar");
        assertThat(state(waiting)).isEqualTo("change-awaiting-review");
    }

    @Test
    void hidesANameAtOnceWhileAChangeOfItWaits() {
        SignatureId marked = confirmed(person("Ada Lindqvist", "ada@" + own), List.of("fast"));
        Browser anna = signedIn("anna");
        anna.decide(marked, "approve", "");
        change(marked, person("Ada Lindkvist", "ada@" + own), ChosenDisplay.FULL);
        assertThat(shown(marked)).isEqualTo("true full Ada Lindqvist");

        change(marked, person("Ada Lindkvist", "ada@" + own), ChosenDisplay.HIDDEN);

        assertThat(state(marked)).isEqualTo("change-awaiting-review");
        assertThat(shown(marked)).isEqualTo("true hidden null");
        anna.decide(marked, "reject", "Spelt otherwise");
        assertThat(shown(marked)).as("without the change").isEqualTo("true hidden null");
    }

    @Test
    void showsNothingMoreOfWhatStandsWhileAWiderChoiceWaits() {
        SignatureId marked = confirmed(person("Ada Lindqvist", "ada@" + own), List.of("fast"));
        Browser anna = signedIn("anna");
        anna.decide(marked, "approve", "");
        change(marked, person("Ada Lindqvist", "ada@" + own), ChosenDisplay.HIDDEN);
        change(marked, person("Ada Lindkvist", "ada@" + own), ChosenDisplay.FULL);

        assertThat(state(marked)).isEqualTo("change-awaiting-review");
        assertThat(shown(marked)).isEqualTo("true hidden null");
        anna.decide(marked, "approve", "");
        assertThat(shown(marked)).isEqualTo("true full Ada Lindkvist");
    }

    @Test
    void takesWhatStandsBesideInitialsAwayAtOnceWhileAChangeWaits() {
        SignatureId marked = confirmed(person("Ada Lindqvist", "ada@" + own), List.of("fast"));
        Browser anna = signedIn("anna");
        anna.decide(marked, "approve", "");
        change(marked, person("Ada Lindkvist", "ada@" + own), ChosenDisplay.INITIALS_WITH_ROLE);
        assertThat(shown(marked)).isEqualTo("true initials-with-role A. L.");
        assertThat(roleShown(marked)).isEqualTo("shop steward");

        change(marked, person("Ada Lindkvist", "ada@" + own), ChosenDisplay.INITIALS);

        assertThat(state(marked)).isEqualTo("change-awaiting-review");
        assertThat(shown(marked)).isEqualTo("true initials A. L.");
        assertThat(roleShown(marked)).isEqualTo("none");
        anna.decide(marked, "reject", "Spelt otherwise");
        assertThat(shown(marked)).as("without the change").isEqualTo("true initials A. L.");
    }

    @Test
    void addsNothingToInitialsWhileThatWaitsWithAnotherChange() {
        SignatureId marked = confirmed(person("Ada Lindqvist", "ada@" + own), List.of("fast"));
        Browser anna = signedIn("anna");
        anna.decide(marked, "approve", "");
        change(marked, person("Ada Lindkvist", "ada@" + own), ChosenDisplay.INITIALS);

        change(marked, person("Ada Byron", "ada@" + own), ChosenDisplay.INITIALS_WITH_ROLE);

        assertThat(state(marked)).isEqualTo("change-awaiting-review");
        assertThat(shown(marked)).isEqualTo("true initials A. L.");
        assertThat(roleShown(marked)).isEqualTo("none");
        anna.decide(marked, "approve", "");
        assertThat(shown(marked)).isEqualTo("true initials-with-role A. B.");
        assertThat(roleShown(marked)).isEqualTo("shop steward");
    }

    @Test
    void leavesPlainInitialsOfWhatStandsWithoutTheRoleThatWaits() {
        String address = "ada@" + own;
        SignatureId marked = confirmed(person("Ada Lindqvist", address, null, null, null), List.of("fast"));
        Browser anna = signedIn("anna");
        anna.decide(marked, "approve", "");

        change(marked, person("Ada Lindqvist", address), ChosenDisplay.INITIALS_WITH_ROLE);

        assertThat(state(marked)).isEqualTo("change-awaiting-review");
        assertThat(shown(marked)).isEqualTo("true initials A. L.");
        anna.decide(marked, "approve", "");
        assertThat(shown(marked)).isEqualTo("true initials-with-role A. L.");
    }

    @Test
    void hidesANameAtOnceWhenItIsChangedWithIt() {
        SignatureId marked = confirmed(person("Ada Lindqvist", "ada@" + own), List.of("fast"));
        Browser anna = signedIn("anna");
        anna.decide(marked, "approve", "");

        change(marked, person("Ada Lindkvist", "ada@" + own), ChosenDisplay.INITIALS);

        assertThat(state(marked)).isEqualTo("change-awaiting-review");
        assertThat(shown(marked)).isEqualTo("true initials A. L.");
    }

    @Test
    void showsNothingMoreOfWhoTookASignatureBack() {
        SignatureId waiting = confirmed(organisation("Hamnarbetarna " + own, own));
        Browser anna = signedIn("anna");
        anna.decide(waiting, "approve", "");
        assertThat(anna.get("/reviews/decided").body()).contains("Hamnarbetarna " + own);

        confirmations.withdraw(links.make(waiting, Duration.ofDays(1)).token());

        assertThat(anna.get("/reviews/decided").body()).doesNotContain("Hamnarbetarna " + own);
        assertThat(anna.decide(waiting, "reject", "Too late").body()).contains("its owner has taken it back");
    }

    @Test
    void takesReportsThatHideNothingAndTellsNobodyWhetherThereIsSuchAnEntry() {
        SignatureId listed = confirmed(person("Ada Lindqvist " + own, "ada@" + own));
        String entry = entryOf(listed);
        Browser reader = new Browser();

        HttpResponse<String> known = reader.json("/api/v1/entries/" + entry + "/reports", "{\"reason\":\"not-me\"}");
        HttpResponse<String> unknown =
                reader.json("/api/v1/entries/" + UUID.randomUUID() + "/reports", "{\"reason\":\"not-me\"}");
        assertThat(List.of(known.statusCode(), known.body()))
                .containsExactly(202, "{\"status\":\"received\"}")
                .isEqualTo(List.of(unknown.statusCode(), unknown.body()));
        assertThat(reader.get("/report/" + entry).body())
                .isEqualTo(reader.get("/report/" + UUID.randomUUID()).body())
                .doesNotContain("Lindqvist", " checked");
        assertThat(reader.post("/report/" + entry, Map.of("comment", "x")).statusCode())
                .isEqualTo(422);
        assertThat(reader.post("/report/" + entry, Map.of("reason", "offensive", "comment", "x".repeat(501)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(reader.json("/api/v1/entries/" + entry + "/reports", "{\"reason\":\"dull\"}")
                        .statusCode())
                .isEqualTo(422);
        reader.post("/report/" + entry, Map.of("reason", "not-me", "comment", "It is <b>me</b>"));
        reader.post("/report/" + entry, Map.of("reason", "offensive", "comment", ""));

        assertThat(state(listed)).isEqualTo("listed");
        Browser anna = signedIn("anna");
        assertThat(anna.get("/reviews/reported").body())
                .contains("Ada Lindqvist " + own, "Did not sign: 2", "Offensive: 1", "It is &lt;b&gt;me&lt;/b&gt;");

        anna.post("/reviews/" + listed, Map.of("decision", "dismiss-reports", "back", "reported"));
        assertThat(anna.get(anna.location()).body())
                .contains("The reports are dismissed")
                .doesNotContain("Ada Lindqvist " + own);
        anna.post("/reviews/" + listed, Map.of("decision", "dismiss-reports", "back", "reported"));
        assertThat(anna.get(anna.location()).body()).contains("Somebody else has decided about these reports");
        assertThat(state(listed)).isEqualTo("listed");
        assertThat(comments(entry)).isEmpty();
        assertThat(trail(listed)).containsExactly("anna dismiss-reports null null null");
    }

    @Test
    void closesTheReportsOfWhatIsTakenOff() {
        SignatureId listed = confirmed(person("Ada Lindqvist " + own, "ada@" + own));
        String entry = entryOf(listed);
        new Browser().json("/api/v1/entries/" + entry + "/reports", "{\"reason\":\"not-me\",\"comment\":\"Not I\"}");
        Browser anna = signedIn("anna");

        anna.decide(listed, "take-off", "Reported");

        assertThat(reports(entry)).containsExactly("upheld");
        assertThat(comments(entry)).isEmpty();
        new Browser().json("/api/v1/entries/" + entry + "/reports", "{\"reason\":\"not-me\"}");
        assertThat(reports(entry)).as("what is not on the list").hasSize(1);
    }

    @Test
    void letsWaitWhatARuleHoldsForFromTheMomentItIsMade() {
        SignatureId before = confirmed(person("Ada", "ada@mail." + own));
        Browser anna = signedIn("anna");
        anna.get("/reviews/screening");
        anna.post("/reviews/screening", Map.of("kind", "domain", "value", "*." + own, "note", "Spam"));
        assertThat(anna.get(anna.location()).body()).contains("The rule holds", "*." + own, "Added by anna");
        anna.post("/reviews/screening", Map.of("kind", "address", "value", "Ida@else." + own.toUpperCase(Locale.ROOT)));
        anna.post("/reviews/screening", Map.of("kind", "domain", "value", "*"));
        assertThat(anna.get(anna.location()).body()).contains("That is no value for a rule of this kind");

        SignatureId byDomain = confirmed(person("Bea", "bea@mail." + own));
        SignatureId byBoth = confirmed(person("Ida", "ida@else." + own));
        SignatureId disposable = confirmed(person("Cyd", UUID.randomUUID() + "@0-mail.com"));

        assertThat(state(before)).isEqualTo("listed");
        assertThat(List.of(state(byDomain), state(byBoth), state(disposable))).containsOnly("awaiting-review");
        assertThat(marks(byDomain)).containsExactly("blocked-domain");
        assertThat(marks(byBoth)).containsExactly("blocked-domain", "blocked-address");
        assertThat(marks(disposable)).containsExactly("disposable");
        assertThat(anna.get("/reviews?appeal=" + appeal + "&mark=blocked-address")
                        .body())
                .contains("Ida</h2>")
                .doesNotContain("Bea</h2>");
        assertThat(jdbc.sql("select count(*) from screening_rule where value ilike '%ida@%'")
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isZero();
        String rule = jdbc.sql("select rule_id from screening_rule where value = ?")
                .param("*." + own)
                .query((row, number) -> row.getString(1))
                .single();
        anna.post("/reviews/screening/" + rule + "/removal", Map.of());
        assertThat(state(confirmed(person("Dea", "dea@mail." + own)))).isEqualTo("listed");
    }

    @Test
    void marksManyOfOneDomainWithinAnHourWhenTheyWereSentAndNotWhenTheyCameIn() {
        Browser bo = signedIn("bo");
        setBurst(bo, 3);
        try {
            Instant noon = Instant.parse("2026-01-01T12:00:00Z");
            List<SignatureId> first = manyOf("a-" + own, 3, noon);
            List<SignatureId> further = manyOf("students.a-" + own, 2, noon.plusSeconds(1800));
            List<SignatureId> later = manyOf("a-" + own, 2, noon.plusSeconds(3700));
            List<SignatureId> atOnce = manyOf("b-" + own, 5, noon);
            List<SignatureId> spread = IntStream.range(0, 5)
                    .mapToObj(n -> submitted(
                            person("Ada", n + "@c-" + own), List.of(), noon.plus(Duration.ofMinutes(21L * n))))
                    .toList();
            List<SignatureId> large = IntStream.range(0, 5)
                    .mapToObj(n -> submitted(person("Ada", UUID.randomUUID() + "@gmail.com"), List.of(), noon))
                    .toList();

            assertThat(first).allSatisfy(id -> assertThat(marks(id)).isEmpty());
            assertThat(further).allSatisfy(id -> assertThat(marks(id)).containsExactly("domain-burst"));
            assertThat(later.subList(0, 1))
                    .allSatisfy(id -> assertThat(marks(id)).isEmpty());
            assertThat(atOnce.stream().filter(id -> !marks(id).isEmpty())).hasSize(2);
            assertThat(spread).allSatisfy(id -> assertThat(marks(id)).isEmpty());
            assertThat(large).allSatisfy(id -> assertThat(marks(id)).isEmpty());

            HttpResponse<String> expected =
                    bo.api("POST", "/api/v1/screening-rules", "{\"kind\":\"expected\",\"value\":\"a-" + own + "\"}");
            assertThat(expected.statusCode()).isEqualTo(201);
            assertThat(manyOf("a-" + own, 5, noon.plusSeconds(3800)))
                    .allSatisfy(id -> assertThat(marks(id)).isEmpty());
        } finally {
            setBurst(bo, 30);
        }
    }

    @Test
    void letsAReviewerAloneMakeRulesAndWritesDownWhoDid() {
        Browser bo = new Browser();
        String value = "rule-" + own;

        assertThat(bo.json("/api/v1/screening-rules", "{\"kind\":\"domain\",\"value\":\"x.org\"}")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> made =
                bo.api("POST", "/api/v1/screening-rules", "{\"kind\":\"domain\",\"value\":\"" + value + "\"}");
        String id = JsonMapper.shared().readTree(made.body()).path("id").asString();
        assertThat(bo.api("GET", "/api/v1/screening-rules", null).body()).contains(value);
        assertThat(bo.api("POST", "/api/v1/screening-rules", "{\"kind\":\"domain\",\"value\":\"*\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(bo.api("POST", "/api/v1/screening-rules", "{\"kind\":\"moon\",\"value\":\"x.org\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(bo.api("DELETE", "/api/v1/screening-rules/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(bo.api("DELETE", "/api/v1/screening-rules/" + id, null).statusCode())
                .isEqualTo(404);

        assertThat(jdbc.sql("select reviewer || ' ' || action from review_action where subject = ? order by action_id")
                        .param("domain " + value)
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("bo rule-add", "bo rule-remove");
    }

    @Test
    void holdsWhatIsConfirmedToTheRulesThatWereMadeSinceItCame() {
        SignatureId early = confirmed(person("Ada", "ada@" + own));
        SignatureId late = submitted(person("Bea", "bea@" + own), List.of(), Instant.now());
        SignatureId marked = submitted(person("Cy", "cy@" + own), List.of("fast"), Instant.now());
        new Browser().api("POST", "/api/v1/screening-rules", "{\"kind\":\"domain\",\"value\":\"" + own + "\"}");
        SignatureId after = submitted(person("Di", "di@" + own), List.of(), Instant.now());

        Stream.of(late, marked, after)
                .forEach(id ->
                        confirmations.decide(links.make(id, Duration.ofDays(1)).token(), "full"));

        assertThat(state(early)).isEqualTo("listed");
        assertThat(List.of(late, marked, after))
                .allSatisfy(id -> assertThat(state(id)).isEqualTo("awaiting-review"));
        assertThat(marks(late)).containsExactly("blocked-domain");
        assertThat(marks(marked)).containsExactly("fast", "blocked-domain");
        assertThat(marks(after)).containsExactly("blocked-domain");
    }

    @Test
    void showsNoNameOfSomebodyMarkedThatNoReviewerHasRead() {
        Signatory.Individual ada = person("Ada", "ada@" + own);
        SignatureId id = submitted(ada, List.of("fast"), Instant.now());
        confirmations.decide(links.make(id, Duration.ofDays(1)).token(), "hidden");
        new Browser().api("POST", "/api/v1/reviews/" + id, "{\"decision\":\"approve\"}");
        assertThat(state(id)).isEqualTo("listed");

        change(id, ada, ChosenDisplay.FULL);

        assertThat(state(id)).isEqualTo("change-awaiting-review");
        assertThat(jdbc.sql("select display from entry where signature_id = ?")
                        .param(id.value())
                        .query((row, number) -> row.getString(1))
                        .single())
                .isEqualTo("hidden");
    }

    @Test
    void takesNoMoreRulesThanCanBeLookedAtForAllThatComesIn() {
        Browser bo = new Browser();
        jdbc.sql("insert into screening_rule (kind, value, added_by)"
                        + " select 'expected', n || '.' || ?, 'cy' from generate_series(1, 5000) n")
                .param(own)
                .update();
        try {
            assertThat(bo.api("POST", "/api/v1/screening-rules", "{\"kind\":\"domain\",\"value\":\"" + own + "\"}")
                            .body())
                    .contains("rules.too-many");
            setBurst(bo, 30);
        } finally {
            jdbc.sql("delete from screening_rule where added_by = 'cy'").update();
        }
    }

    @Test
    void decidesAboutManyAfterACountAndUndoesAllOfIt() {
        List<SignatureId> marked = IntStream.range(0, 3)
                .mapToObj(n -> confirmed(person("Ada", n + "@" + own), List.of("fast")))
                .toList();
        SignatureId other = confirmed(person("Bea", "bea@" + own), List.of("honeypot"));
        Browser bo = new Browser();
        String criterion = "\"appeal\":\"" + appeal + "\",\"mark\":\"fast\"";

        assertThat(bo.api("POST", "/api/v1/bulk-reviews", "{" + criterion + "}").body())
                .startsWith("{\"matched\":3,\"countedAt\":\"");
        assertThat(bo.api("POST", "/api/v1/bulk-reviews", "{\"decision\":\"approve\",\"dryRun\":false}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(bo.api(
                                "POST",
                                "/api/v1/bulk-reviews",
                                "{" + criterion + ",\"decision\":\"reject\",\"dryRun\":false}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(marked).allSatisfy(id -> assertThat(state(id)).isEqualTo("awaiting-review"));
        HttpResponse<String> started = bo.api(
                "POST",
                "/api/v1/bulk-reviews",
                "{" + criterion + ",\"decision\":\"reject\",\"reason\":\"Machines\",\"dryRun\":false}");
        assertThat(started.statusCode()).isEqualTo(202);
        String path = "/api/v1/bulk-reviews/"
                + JsonMapper.shared().readTree(started.body()).path("id").asString();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(bo.api("GET", path, null).body())
                        .contains("\"state\":\"done\",\"matched\":3,\"done\":3"));
        assertThat(marked).allSatisfy(id -> assertThat(state(id)).isEqualTo("rejected"));
        assertThat(state(other)).isEqualTo("awaiting-review");
        assertThat(trail(marked.getFirst())).containsExactly("bo reject awaiting-review rejected Machines");

        Browser anna = signedIn("anna");
        anna.decide(marked.getFirst(), "reopen", "");
        anna.decide(marked.getFirst(), "reject", "Looked at");
        anna.get("/reviews/bulk");
        anna.post(path.replace("/api/v1/bulk-reviews", "/reviews/bulk") + "/undo", Map.of());
        assertThat(anna.get(anna.location()).body()).contains("It is being undone");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(bo.api("GET", path, null).body()).contains("\"state\":\"undone\""));
        assertThat(state(marked.getFirst()))
                .as("by another reviewer since, although as before")
                .isEqualTo("rejected");
        assertThat(trail(marked.get(1)))
                .containsExactly(
                        "bo reject awaiting-review rejected Machines", "anna reopen rejected awaiting-review null");
        assertThat(marked.subList(1, 3)).allSatisfy(id -> assertThat(state(id)).isEqualTo("awaiting-review"));
        assertThat(bo.api("DELETE", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void undoesOfManyAlsoWhatItsOwnerWantsToChangeMeanwhile() {
        SignatureId marked = confirmed(person("Ada", "ada@" + own), List.of("fast"));
        Browser bo = new Browser();
        HttpResponse<String> started = bo.api(
                "POST",
                "/api/v1/bulk-reviews",
                "{\"appeal\":\"" + appeal + "\",\"decision\":\"approve\",\"dryRun\":false}");
        String path = "/api/v1/bulk-reviews/"
                + JsonMapper.shared().readTree(started.body()).path("id").asString();
        await().atMost(Duration.ofMinutes(1)).until(() -> state(marked), "listed"::equals);
        change(marked, person("Ada Byron", "ada@" + own), ChosenDisplay.FULL);
        assertThat(state(marked)).isEqualTo("change-awaiting-review");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> bo.api("GET", path, null).body(), answer -> answer.contains("\"state\":\"done\""));

        Browser anna = signedIn("anna");
        anna.get("/reviews/bulk");
        anna.post(path.replace("/api/v1/bulk-reviews", "/reviews/bulk") + "/undo", Map.of());

        await().atMost(Duration.ofMinutes(1)).until(() -> state(marked), "awaiting-review"::equals);
        assertThat(anna.get("/reviews?appeal=" + appeal).body()).contains("Ada Byron</h2>");
        assertThat(jdbc.sql("select on_list from entry where signature_id = ?")
                        .param(marked.value())
                        .query((row, number) -> row.getBoolean(1))
                        .single())
                .isFalse();
    }

    @Test
    void meansAllOfOneMailDomainThatWereSentWithinAnHour() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        SignatureId one = confirmed(person("Ada", "ada@" + own), List.of("fast"), noon);
        SignatureId near = confirmed(person("Bea", "bea@" + own), List.of("fast"), noon.plusSeconds(3500));
        SignatureId late = confirmed(person("Cyd", "cyd@" + own), List.of("fast"), noon.plusSeconds(3700));
        SignatureId elsewhere = confirmed(person("Dea", "dea@other-" + own), List.of("fast"), noon);
        Browser anna = signedIn("anna");

        assertThat(anna.get("/reviews/bulk?like=" + one).body()).contains("2 signatures are meant.");
        assertThat(anna.get("/reviews/bulk?like=" + UUID.randomUUID()).body()).contains("Nothing that waits is meant.");
        anna.post("/reviews/bulk", Map.of("decision", "approve", "like", one.toString()));
        assertThat(anna.get(anna.location()).body()).contains("Count first");
        String counted = counted(anna.get("/reviews/bulk?like=" + one).body());
        SignatureId since = confirmed(person("Eva", "eva@" + own), List.of("fast"), noon);
        change(near, person("Bea Byron", "bea@" + own), ChosenDisplay.FULL);
        anna.post("/reviews/bulk", Map.of("decision", "approve", "like", one.toString(), "counted", counted));
        assertThat(anna.get(anna.location()).body()).contains("one mail domain, within an hour");

        await().atMost(Duration.ofMinutes(1)).until(this::isAllOfManyDecided);
        assertThat(anna.get("/reviews/bulk").body()).contains("approved: 1 of 1");
        assertThat(state(one)).isEqualTo("listed");
        assertThat(List.of(state(late), state(elsewhere))).containsOnly("awaiting-review");
        assertThat(List.of(state(since), state(near)))
                .as("came, or was changed, after it was counted")
                .containsOnly("awaiting-review");
    }

    /** In this test; the page shows those of others too. */
    private boolean isAllOfManyDecided() {
        return jdbc.sql("select every(state = 'done') from bulk_review where appeal = ?")
                .param(appeal.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    @Test
    void refusesToDecideAboutManyByWhatThereIsNot() {
        Browser bo = new Browser();

        assertThat(Map.of(
                        "{\"appeal\":\"no-such-appeal\"}", "appeal.unknown",
                        "{\"appeal\":\"No appeal\"}", "slug.invalid",
                        "{\"mark\":\"green\"}", "mark.unknown",
                        "{\"mark\":\"\\u0000\"}", "mark.unknown"))
                .allSatisfy((body, code) -> {
                    HttpResponse<String> answer = bo.api("POST", "/api/v1/bulk-reviews", body);
                    assertThat(answer.statusCode()).isEqualTo(422);
                    assertThat(answer.body()).contains(code);
                });
        assertThat(signedIn("anna").get("/reviews/bulk?mark=green").body())
                .as("means nothing")
                .doesNotContain(" meant.");
    }

    @Test
    void decidesAboutAllOthersWhereOneCannotBeDecided() {
        List<SignatureId> marked = IntStream.range(0, 3)
                .mapToObj(n -> confirmed(person("Ada", n + "@" + own), List.of("fast")))
                .toList();
        whenItIsDecided(marked.get(1), "raise check_violation;");
        try {
            Browser bo = new Browser();
            bo.api(
                    "POST",
                    "/api/v1/bulk-reviews",
                    "{\"appeal\":\"" + appeal + "\",\"decision\":\"approve\",\"dryRun\":false}");

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(jdbc.sql("select state || done from bulk_review where appeal = ?")
                                    .param(appeal.value())
                                    .query((row, number) -> row.getString(1))
                                    .single())
                            .isEqualTo("done2"));
            assertThat(marked.stream().map(this::state)).containsExactly("listed", "awaiting-review", "listed");
        } finally {
            leaveDecisionsAlone();
        }
    }

    @Test
    void decidesNothingMoreOnceSomebodyElseHasADecisionAboutMany() {
        List<SignatureId> marked = IntStream.range(0, 3)
                .mapToObj(n -> confirmed(person("Ada", n + "@" + own), List.of("fast")))
                .toList();
        whenItIsDecided(marked.getFirst(), """
                update bulk_review set state = 'undone', holder = null where bulk_id = new.bulk_id;
                """);
        try {
            Browser bo = new Browser();
            bo.api(
                    "POST",
                    "/api/v1/bulk-reviews",
                    "{\"appeal\":\"" + appeal + "\",\"decision\":\"approve\",\"dryRun\":false}");

            await().atMost(Duration.ofMinutes(1)).until(() -> state(marked.getFirst()), "listed"::equals);
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> marked.stream().skip(1).map(this::state).allMatch("awaiting-review"::equals));
        } finally {
            leaveDecisionsAlone();
        }
    }

    private void whenItIsDecided(SignatureId signature, String then) {
        jdbc.sql(
                        "create function %s() returns trigger language plpgsql as $$ begin if new.signature_id = '%s' then %s end if; return new; end $$"
                                .formatted(watcher(), signature, then))
                .update();
        jdbc.sql("create trigger watch before insert on review_action for each row execute function %s()"
                        .formatted(watcher()))
                .update();
    }

    private void leaveDecisionsAlone() {
        jdbc.sql("drop trigger watch on review_action").update();
        jdbc.sql("drop function " + watcher()).update();
    }

    private String watcher() {
        return "watch_" + own.replace('.', '_');
    }

    @Test
    void leavesADecisionAboutManyToWhoeverTookItOver() {
        UUID first = UUID.randomUUID();
        UUID bulk = jdbc.sql("insert into bulk_review (reviewer, decision, mark, matched, busy_until, holder)"
                        + " values ('anna', 'approve', 'nobody has it', 0, now() + interval '1 hour', ?)"
                        + " returning bulk_id")
                .param(first)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
        Bulk taken = bulks.find(bulk).orElseThrow();
        assertThat(work.keep(taken, 0)).isTrue();
        assertThat(work.isHeld(taken)).isTrue();
        jdbc.sql("update bulk_review set holder = ?, busy_until = now() + interval '1 hour' where bulk_id = ?")
                .param(UUID.randomUUID())
                .param(bulk)
                .update();

        assertThat(work.keep(taken, 0)).isFalse();
        assertThat(work.isHeld(taken)).isFalse();
        work.release(taken, true);

        assertThat(bulks.find(bulk).orElseThrow().state()).isEqualTo(Bulk.State.RUNNING);
        jdbc.sql("delete from bulk_review where bulk_id = ?").param(bulk).update();
    }

    @Test
    void findsWhoMayBeTheSameByTheNameThatIsProposed() {
        Signatory.Organisation before = organisation("Hamnarbetarna", own);
        SignatureId changed = confirmed(before);
        confirmed(organisation("Kranförarna", "else-" + own, "rut@gmail.com", "SE"));
        Browser anna = signedIn("anna");
        anna.decide(changed, "approve", "");

        change(changed, named("KRANFÖRARNA", before), ChosenDisplay.FULL);

        assertThat(card(anna.get("/reviews?appeal=" + appeal).body(), changed))
                .contains("May be the same", "else-" + own);
    }

    @Test
    void forgetsWhatReviewersWroteOfWhoeverTookASignatureBack() {
        SignatureId waiting = confirmed(organisation("Hamnarbetarna", own));
        signedIn("anna").decide(waiting, "reject", "Rut Berg is unknown there");

        confirmations.withdraw(links.make(waiting, Duration.ofDays(1)).token());

        assertThat(trail(waiting)).containsExactly("anna reject awaiting-review rejected null");
        assertThat(jdbc.sql("select count(review_reason) from submission where signature_id = ?")
                        .param(waiting.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void forgetsWhatWasReportedOfWhoeverTookASignatureBack() {
        SignatureId listed = confirmed(person("Ada", "ada@" + own));
        String entry = entryOf(listed);
        new Browser()
                .json(
                        "/api/v1/entries/" + entry + "/reports",
                        "{\"reason\":\"not-me\",\"comment\":\"Ada lives next door\"}");
        assertThat(comments(entry)).isNotEmpty();

        confirmations.withdraw(links.make(listed, Duration.ofDays(1)).token());

        assertThat(comments(entry)).isEmpty();
    }

    @Test
    void keepsNoKeyOfAnAddressAmongTheActions() {
        Browser bo = new Browser();
        String made = bo.api("POST", "/api/v1/screening-rules", "{\"kind\":\"address\",\"value\":\"ada@" + own + "\"}")
                .body();
        String id = JsonMapper.shared().readTree(made).path("id").asString();
        bo.api("DELETE", "/api/v1/screening-rules/" + id, null);

        assertThat(jdbc.sql("select action from review_action where subject = ? order by action_id")
                        .param("address " + id)
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("rule-add", "rule-remove");
    }

    @Test
    void keepsOneRuleOfBurstsAlsoWhereManySetItAtOnce() {
        try {
            List<Integer> answers = IntStream.range(0, 20)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> new Browser()
                                    .api(
                                            "POST",
                                            "/api/v1/screening-rules",
                                            "{\"kind\":\"burst\",\"value\":\"" + (40 + n) + "\"}"),
                            Thread.ofVirtual()::start))
                    .toList()
                    .stream()
                    .map(answer -> answer.join().statusCode())
                    .toList();
            assertThat(answers).containsOnly(201);
            assertThat(jdbc.sql("select count(*) from screening_rule where kind = 'burst'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            setBurst(new Browser(), 30);
        }
    }

    @Test
    void saysWhyItLooksForNothing() {
        Browser anna = signedIn("anna");

        HttpResponse<String> tooLong = anna.get("/reviews/listed?q=" + "a".repeat(101));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Write at most 100 characters").doesNotContain("Nothing on the list");
        for (String page : List.of("/reviews/listed?q=%00", "/reviews?appeal=%00", "/reviews?mark=%00")) {
            assertThat(anna.get(page).statusCode()).as(page).isEqualTo(400);
        }
    }

    @Test
    void forgetsWhatReviewersNeedNoLonger() {
        jdbc.sql("insert into review_action (taken_at, reviewer, action, subject)"
                        + " values (now() - interval '366 days', 'anna', 'rule-add', ?),"
                        + " (now() - interval '364 days', 'anna', 'rule-remove', ?)")
                .param(own)
                .param(own)
                .update();
        SignatureId listed = confirmed(person("Ada", "ada@" + own));
        jdbc.sql("insert into report (entry_id, reason, state, closed_at)"
                        + " values (?::uuid, 'not-me', 'dismissed', now() - interval '31 days'),"
                        + " (?::uuid, 'offensive', 'dismissed', now() - interval '29 days')")
                .param(entryOf(listed))
                .param(entryOf(listed))
                .update();
        Browser anna = signedIn("anna");
        jdbc.sql("update reviewer_session set ends_at = now() - interval '1 s'").update();
        assertThat(anna.get("/reviews").statusCode()).as("after 12 hours").isEqualTo(303);

        trail.purge();
        reports.purge();

        assertThat(jdbc.sql("select action from review_action where subject = ?")
                        .param(own)
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("rule-remove");
        assertThat(reports(entryOf(listed))).hasSize(1);
    }

    @Test
    void forgetsWhatWasWrittenInReportsThatNobodyClosesForAYear() {
        SignatureId listed = confirmed(person("Ada", "ada@" + own));
        jdbc.sql("insert into report (entry_id, reason, comments, first_at)"
                        + " values (?::uuid, 'not-me', '{old}', now() - interval '366 days'),"
                        + " (?::uuid, 'offensive', '{young}', now() - interval '364 days')")
                .param(entryOf(listed))
                .param(entryOf(listed))
                .update();

        reports.purge();

        assertThat(comments(entryOf(listed))).containsExactly("young");
        assertThat(reports(entryOf(listed))).containsExactly("open", "open");
    }

    private List<SignatureId> manyOf(String domain, int count, Instant at) {
        List<SignatureSubmitted> batch = IntStream.range(0, count)
                .mapToObj(n -> submission(person("Ada", UUID.randomUUID() + "@" + domain), List.of(), at))
                .toList();
        reception.take(batch);
        // Whatever comes twice is counted once.
        reception.take(batch);
        return batch.stream().map(SignatureSubmitted::signatureId).toList();
    }

    private static void setBurst(Browser bo, int most) {
        HttpResponse<String> set =
                bo.api("POST", "/api/v1/screening-rules", "{\"kind\":\"burst\",\"value\":\"" + most + "\"}");
        assertThat(set.statusCode()).isEqualTo(201);
    }

    private String entryOf(SignatureId id) {
        return jdbc.sql("select entry_id from entry where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private List<String> marks(SignatureId id) {
        return jdbc.sql("select unnest(screening) from submission where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> reports(String entry) {
        return jdbc.sql("select state from report where entry_id = ?::uuid")
                .param(entry)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> comments(String entry) {
        return jdbc.sql("select unnest(comments) from report where entry_id = ?::uuid")
                .param(entry)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private SignatureId confirmed(Signatory signatory) {
        return confirmed(signatory, List.of());
    }

    private SignatureId confirmed(Signatory signatory, List<String> screening) {
        return confirmed(signatory, screening, Instant.now());
    }

    private SignatureId confirmed(Signatory signatory, List<String> screening, Instant at) {
        SignatureId id = submitted(signatory, screening, at);
        Token token = links.make(id, Duration.ofDays(1)).token();
        confirmations.decide(token, signatory instanceof Signatory.Organisation ? "authorised" : "full");
        return id;
    }

    /** Its owner opens the page of the own link, and sends it so. */
    private void change(SignatureId id, Signatory signatory, ChosenDisplay display) {
        Token token = links.make(id, Duration.ofDays(1)).token();
        Seen seen = Seen.of(confirmations.look(token).orElseThrow().wanted().orElseThrow(), false);
        confirmations.change(token, seen, signatory, display);
    }

    private SignatureId submitted(Signatory signatory, List<String> screening, Instant at) {
        SignatureSubmitted submission = submission(signatory, screening, at);
        reception.take(List.of(submission));
        return submission.signatureId();
    }

    private SignatureSubmitted submission(Signatory signatory, List<String> screening, Instant at) {
        return new SignatureSubmitted(
                SignatureId.random(),
                appeal,
                1,
                signatory.kind(),
                fingerprints.of(appeal, signatory),
                "en",
                "direct",
                at,
                screening,
                null,
                signatory);
    }

    private static Signatory.Organisation organisation(String name, String site) {
        return organisation(name, site, "rut@" + site, "SE");
    }

    private static Signatory.Organisation organisation(String name, String site, String email, String country) {
        return new Signatory.Organisation(
                new OrganisationName(name),
                new EmailAddress(email),
                new Website("https://" + site),
                OrganisationType.TRADE_UNION,
                new Country(country),
                new Signatory.Contact(new PersonName("Rut Berg"), new Detail("secretary")),
                true,
                null,
                "2022-01");
    }

    private static Signatory.Organisation named(String name, Signatory.Organisation other) {
        return new Signatory.Organisation(
                new OrganisationName(name),
                other.email(),
                other.website(),
                other.organisationType(),
                other.country(),
                other.contact(),
                true,
                other.parent(),
                other.consentVersion());
    }

    private String state(SignatureId id) {
        return jdbc.sql("select state from submission where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString("state"))
                .single();
    }

    /** Which were owed to whoever signed, whatever became of them. */
    private List<String> mails(SignatureId id) {
        return jdbc.sql("select kind from mail where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    /** Whether it is on the list, how, and with which name. */
    private String shown(SignatureId id) {
        return jdbc.sql("select on_list, display, released ->> 'name' from entry where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getBoolean(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    private String roleShown(SignatureId id) {
        return jdbc.sql("select coalesce(released ->> 'role', 'none') from entry where signature_id = ?")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private List<String> trail(SignatureId id) {
        return jdbc.sql("select reviewer, action, from_state, to_state, reason from review_action"
                        + " where signature_id = ? order by action_id")
                .param(id.value())
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + row.getString(4) + " " + row.getString(5))
                .list();
    }

    /** What the page shows of one signature. */
    private static String card(String page, SignatureId id) {
        int start = page.indexOf("<article aria-labelledby=\"name-" + id + "\"");
        assertThat(start).as("card of " + id).isNotNegative();
        return page.substring(start, page.indexOf("</article>", start));
    }

    /** What the page carries along of when it counted. */
    private static String counted(String page) {
        return page.replaceFirst("(?s).*name=\"counted\" value=\"([^\"]+)\".*", "$1");
    }

    /** What the page carries along with a decision about one signature, if that waits. */
    private static String seen(String page, SignatureId id) {
        return page.contains("name-" + id)
                ? card(page, id).replaceFirst("(?s).*?name=\"seen\" value=\"([^\"]+)\".*", "$1")
                : "";
    }

    /** Digits in a name may be a phone number's. */
    private static String lettersOf(UUID id) {
        return id.toString()
                .substring(0, 8)
                .chars()
                .map(c -> Character.isDigit(c) ? c - '0' + 'g' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where one is told of that bo started. */
    private String bulkOf(String request) {
        HttpResponse<String> started = new Browser().api("POST", "/api/v1/bulk-reviews", request);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        return "/api/v1/bulk-reviews/"
                + JsonMapper.shared().readTree(started.body()).path("id").asString();
    }

    private Grant give(BearerToken token, Role role, List<AppealSlug> on) {
        String id = token.hash().substring(0, 10);
        Grant grant = new Grant(id, role, "clara", on, token.hash(), Instant.now(), null);
        kafka.send(TokenRecords.given(grant)).join();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tokens.areRead() && tokens.all().contains(grant));
        return grant;
    }

    private Browser signedIn(String name) {
        Browser browser = new Browser();
        browser.signIn(name.equals("bo") ? "the token of bo!!" : "the token of " + name);
        return browser;
    }

    private final class Browser extends DeskBrowser {

        Browser() {
            super(port);
        }

        /** As a program of bo's. */
        HttpResponse<String> api(String method, String path, @Nullable String body) {
            return api("the token of bo!!", method, path, body);
        }

        /** Says what is to become of a signature, and returns the page to which that leads. */
        HttpResponse<String> decide(SignatureId id, String decision, String reason) {
            String seen = seen(get("/reviews?appeal=" + appeal).body(), id);
            post("/reviews/" + id, Map.of("decision", decision, "reason", reason, "seen", seen));
            return get(location());
        }
    }
}

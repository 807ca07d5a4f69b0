package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Signatories.organisation;
import static org.upprop.verification.Signatories.person;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.delivery.messaging.RecordHeaderTexts;
import org.upprop.event.EventHeaders;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.infrastructure.test.WholeTopic;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;
import org.upprop.signature.messaging.SignatureRecords;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Seen;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.Entries;
import org.upprop.verification.mail.MailQueue;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.submission.Reception;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the submitted topic to the verified one, by way of real mails and the pages that they lead to. */
@OnRealInfrastructure
@ExtendWith(OutputCaptureExtension.class)
class VerificationIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    /** As {@code config/application.yaml} sets it for the tests. */
    private static final String REVIEWER = "a token for the tests";

    /** The mails of the address that signed an appeal, over all appeals. */
    private static final String OF_THE_SAME = "select count(*) from mail m where m.recipient ="
            + " (select recipient from submission where appeal = ?) and %s";

    private static final MailServer MAIL = MailServer.start();

    private final Fingerprints fingerprints = new Fingerprints(SECRET);
    private final AppealSlug appeal = new AppealSlug("appeal-" + UUID.randomUUID());
    private final String address = UUID.randomUUID() + "@example.org";
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
    JdbcClient jdbc;

    @Autowired
    MailQueue queue;

    @Autowired
    Entries entries;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Reception reception;

    @Autowired
    Infrastructure infrastructure;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.mail.lease", () -> LEASE);
        registry.add("upprop.metrics.interval", () -> "500ms");
        registry.add("upprop.metrics.funnel-interval", () -> "500ms");
        registry.add("upprop.fingerprint.secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void publishTheAppeal() {
        await().atMost(LONG).until(appeals::isComplete);
        kafka.send(AppealRecords.present(Appeals.anAppeal(appeal))).join();
        await().atMost(LONG).until(() -> appeals.find(appeal).isPresent());
    }

    @AfterEach
    void endOutages() {
        MAIL.thinkFor(Duration.ZERO);
        infrastructure.resumePostgres();
        infrastructure.resumeKafka();
    }

    @Test
    void listsNobodyBeforeTheOwnerOfTheAddressDecides() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");

        assertThat(get("/verify/" + token).statusCode()).isEqualTo(200);
        assertThat(get("/verify/" + token).body()).contains("Ada Lindqvist");
        assertThat(send(request("/verify/" + token).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(postForm("/verify/" + token, "").statusCode()).isEqualTo(422);
        assertThat(decide(token, "perhaps").statusCode()).isEqualTo(422);
        assertThat(states()).containsExactly("pending");

        HttpResponse<String> thanks = postForm("/verify/" + token, "decision=initials");

        assertThat(thanks.statusCode()).isEqualTo(303);
        assertThat(thanks.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain(token));
        assertThat(postForm("/verify/" + token, "decision=full").headers().firstValue("Location"))
                .isEqualTo(thanks.headers().firstValue("Location"));
        SignatureVerified listed = awaitListed(1).getFirst();
        assertThat(listed.name()).isEqualTo("A. L.");
        assertThat(List.of(listed.version(), listed.appealVersion())).containsExactly(1L, 1);
        assertThat(Arrays.asList(listed.role(), listed.affiliation(), listed.city()))
                .containsOnlyNulls();
    }

    @Test
    void tellsTheListOfInitialsAndWhatTheirOwnerWantsBesideThem() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");

        assertThat(decide(token, "initials-with-role").body()).contains("\"listed\"");
        assertThat(decide(token, "initials-with-role").statusCode()).isEqualTo(200);

        assertThat(awaitListed(1).getFirst())
                .extracting(
                        SignatureVerified::display,
                        SignatureVerified::name,
                        SignatureVerified::role,
                        SignatureVerified::affiliation,
                        SignatureVerified::city)
                .containsExactly(Display.INITIALS, "A. L.", "shop steward", "Sjöfolk 12", "Göteborg");
    }

    @Test
    void refusesADecisionThatItsPageDoesNotOffer() {
        submit(person("Ada Lindqvist", address, null, null, null));
        String token = awaitMail().token("verify");

        HttpResponse<String> refused = decide(token, "initials-with-role");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("decision.unknown", "/decision", "full, initials, hidden or not-mine");
        assertThat(decide(token, "authorised").body()).isEqualTo(refused.body());
        assertThat(states()).containsExactly("pending");
    }

    @Test
    void sendsOneMailAtOnceHoweverOftenSomebodySubmits() {
        IntStream.range(0, 3).forEach(_ -> submit(person("Ada Lindqvist", address)));
        await().atMost(LONG).until(() -> states().size() == 3);
        MailServer.Mail mail = awaitMail();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(mailStates()).containsExactlyInAnyOrder("sent", "owed", "owed"));
        submit(person("Grace", "grace-" + address));
        await().atMost(LONG).until(() -> MAIL.to("grace-" + address), mails -> mails.size() == 1);
        assertThat(MAIL.to(address)).hasSize(1);

        decide(mail.token("verify"), "full");

        awaitListed(1);
        assertThat(states()).containsExactlyInAnyOrder("listed", "superseded", "superseded", "pending");
        assertThat(MAIL.to(address).stream().filter(sent -> sent.source().contains("/verify/")))
                .hasSize(1);
    }

    @Test
    void makesOneEntryOfManyConfirmationsAtOnce() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> decide(token, n % 2 == 0 ? "full" : "hidden"), Thread.ofVirtual()::start))
                .toList();

        assertThat(answers.stream().map(answer -> answer.join().statusCode())).containsOnly(200);
        awaitListed(1);
        assertThat(count("select count(*) from entry where appeal = ?")).isEqualTo(1);
    }

    @Test
    void endsAsTheLastAcceptedWordSaysWhoeverConfirmsAndTakesBackAtOnce() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 12)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> n % 3 == 0 ? decide(token, "full") : postForm("/manage/" + token, "action=withdraw"),
                        Thread.ofVirtual()::start))
                .toList();
        boolean takenBack = answers.stream()
                .map(CompletableFuture::join)
                .anyMatch(answer ->
                        answer.headers().firstValue("Location").orElse("").contains("/withdrawn"));

        assertThat(states()).containsExactly(takenBack ? "withdrawn" : "listed");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(count("select count(*) from entry where appeal = ?"))
                        .as("also the stub is gone once the list was told")
                        .isEqualTo(takenBack ? 0 : 1));
        assertThat(lastTold().isPresent()).as("A name stands on the list").isEqualTo(!takenBack);
    }

    /** What the list was told last; nothing where that was to take the name off, or where it was told nothing. */
    private Optional<byte[]> lastTold() {
        return records(Topics.VERIFIED).stream()
                .filter(record -> RecordHeaderTexts.find(record.headers(), EventHeaders.APPEAL)
                        .filter(appeal.value()::equals)
                        .isPresent())
                .reduce((first, second) -> second)
                .map(ConsumerRecord::value);
    }

    @Test
    void tellsEveryLinkThatIsNoneTheSame() {
        String unknown = "A".repeat(43);

        assertThat(get("/verify/" + unknown).statusCode()).isEqualTo(404);
        assertThat(get("/verify/damaged").statusCode()).isEqualTo(404);
        assertThat(get("/verify/damaged").body())
                .isEqualTo(get("/verify/" + unknown).body());
        assertThat(decide(unknown, "full").statusCode()).isEqualTo(404);
    }

    @Test
    void takesAWithdrawnNameOffForGood() {
        SignatureSubmitted submitted = submit(person("Ada Lindqvist", address));
        decide(awaitMail().token("verify"), "full");
        SignatureVerified listed = awaitListed(1).getFirst();
        await().atMost(LONG).until(() -> MAIL.to(address).size() == 2);
        String manage = MAIL.to(address).getLast().token("manage");

        assertThat(get("/manage/" + manage).statusCode()).isEqualTo(200);
        assertThat(postForm("/manage/" + manage, "").statusCode()).isEqualTo(422);
        assertThat(awaitListed(1)).hasSize(1);
        assertThat(states()).containsExactly("listed");
        postForm("/manage/" + manage, "action=withdraw");

        ConsumerRecord<byte[], byte[]> last = await().atMost(LONG)
                .until(() -> records(Topics.VERIFIED, listed.entryId().toString()), found -> found.size() == 2)
                .getLast();
        assertThat(last.value()).isNull();
        assertThat(new String(
                        last.headers().lastHeader(EventHeaders.ENTRY_VERSION).value(), StandardCharsets.UTF_8))
                .isEqualTo("2");

        kafka.send(SignatureRecords.submitted(submitted)).join();
        submitAt(submitted.submittedAt().minusSeconds(60), person("Ada Lindqvist", address));
        await().atMost(LONG).until(() -> states().size() == 2);
        assertThat(states()).containsExactlyInAnyOrder("withdrawn", "suppressed");
    }

    @Test
    void asksNothingMoreOfWhoDidNotSign() {
        submit(person("Ada Lindqvist", address));
        decide(awaitMail().token("verify"), "not-mine");
        submit(person("Ada Lindqvist", address));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder("not-mine", "suppressed"));
        assertThat(mailStates()).containsExactly("sent");
    }

    @Test
    void mailsItsOwnerWhatWaitedBehindASignatureThatWasNotTheirs() {
        submit(person("Somebody Else", address));
        String forged = awaitMail().token("verify");
        submit(person("Ada Lindqvist", address));
        await().atMost(LONG).untilAsserted(() -> assertThat(mailStates()).containsExactlyInAnyOrder("sent", "owed"));
        decide(forged, "not-mine");
        letTheNextMailGoAtOnce();
        assertThat(mailStates()).containsExactlyInAnyOrder("sent", "dropped");

        askForLinks();

        decide(awaitTheSecondToDecide(), "full");
        assertThat(awaitListed(1).getFirst().name()).isEqualTo("Ada Lindqvist");
    }

    @Test
    void letsMailsComeAgainWhenTheirOwnerSaysSoAndNobodyElse() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");
        decide(token, "not-mine");
        letTheNextMailGoAtOnce();
        String page = get("/verify/" + token).body();
        assertThat(page).contains("action=\"/verify/" + token + "/again?lang=en\"", "name=\"again\"", "required");

        postForm("/verify/" + token + "/again", "");
        askForLinks();
        await().atMost(LONG).until(() -> count("select count(*) from link_request where appeal = ?") == 0);
        submit(person("Ada Lindqvist", address));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder("not-mine", "suppressed"));

        HttpResponse<String> again = postForm("/verify/" + token + "/again", "again=yes");
        String done = again.headers().firstValue("Location").orElseThrow();
        assertThat(done).startsWith("/verify/again/" + appeal).doesNotContain(token);
        assertThat(get(done).body()).contains("Mails come to you again");
        assertThat(get("/manage/" + token + "/data").body()).containsPattern("\"mailsAgainSince\" : \"20");
        assertThat(get("/verify/" + token).body()).doesNotContain("/again");
        submit(person("Ada Lindqvist", address));

        assertThat(decide(awaitTheSecondToDecide(), "full").body()).contains("\"listed\"");
        assertThat(postForm("/verify/" + "A".repeat(43) + "/again", "again=yes").statusCode())
                .isEqualTo(404);
    }

    private void askForLinks() {
        assertThat(postForm("/links/" + appeal, "email=" + address).statusCode())
                .isEqualTo(303);
    }

    private String awaitTheSecondToDecide() {
        return await().atMost(LONG)
                .until(
                        () -> MAIL.to(address).stream()
                                .filter(mail -> mail.source().contains("/verify/"))
                                .toList(),
                        mails -> mails.size() == 2)
                .getLast()
                .token("verify");
    }

    @Test
    void leadsToADecidedSignatureForAsLongAsItStands() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");
        decide(token, "full");
        awaitListed(1);

        jdbc.sql("update link set decides_until = now() - interval '1 day'").update();

        assertThat(get("/verify/" + token).statusCode()).isEqualTo(200);
        assertThat(get("/manage/" + token).statusCode()).isEqualTo(200);
        assertThat(postForm("/manage/" + token, "action=withdraw").statusCode()).isEqualTo(303);
        assertThat(states()).containsExactly("withdrawn");
    }

    @Test
    void endsAnUndecidedLinkInTime() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");

        jdbc.sql("update link set decides_until = now() - interval '1 day'").update();

        assertThat(get("/verify/" + token).statusCode()).isEqualTo(404);
        assertThat(decide(token, "full").statusCode()).isEqualTo(404);
        assertThat(states()).containsExactly("pending");
    }

    @Test
    void keepsNothingOfAnOrganisationThatIsWithdrawnBeforeItsReview() {
        submit(organisation(address, "https://union.example"));
        String token = awaitMail().token("verify");
        decide(token, "authorised");
        assertThat(states()).containsExactly("awaiting-review");

        postForm("/manage/" + token, "action=withdraw");

        assertThat(states()).containsExactly("withdrawn");
        assertThat(count("select count(*) from entry where appeal = ?")).isZero();
    }

    @Test
    void letsAMarkedPersonOnTheListWhenAReviewerApproves() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("honeypot", "fast"), null);
        String token = awaitMail().token("verify");
        assertThat(decide(token, "initials").body()).contains("\"awaiting-review\"");

        JsonNode item = waiting().findFirst().orElseThrow();
        assertThat(item.path("id").asString()).isEqualTo(marked.signatureId().toString());
        assertThat(item.path("name").asString()).isEqualTo("A. L.");
        assertThat(item.path("screening").toString()).isEqualTo("[\"honeypot\",\"fast\"]");
        assertThat(item.toString()).doesNotContain("@", "Lindqvist");
        assertThat(listed()).isEmpty();

        assertThat(review(marked, "approve", null).body()).contains("\"listed\"");
        assertThat(review(marked, "approve", null).statusCode()).isEqualTo(200);
        assertThat(review(marked, "reject", "Too late").statusCode()).isEqualTo(409);

        SignatureVerified entry = awaitListed(1).getFirst();
        assertThat(List.of(entry.name(), entry.version())).containsExactly("A. L.", 1L);
        assertThat(entry.listedAt()).isNotNull();
        assertThat(waiting()).isEmpty();
        await().atMost(LONG).until(() -> MAIL.to(address).getLast().source().contains("Reviewed, and on the list"));

        postForm("/manage/" + token, "action=withdraw");
        await().atMost(LONG)
                .until(() ->
                        records(Topics.VERIFIED, entry.entryId().toString()).size() == 2);
        assertThat(review(marked, "approve", null).statusCode()).isEqualTo(409);
    }

    @Test
    void neverListsWhatAReviewerRejectedAndKeepsNothingOfItForLong() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("burst"), null);
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");
        decide(token, "full");

        assertThat(review(marked, "reject", null).statusCode()).isEqualTo(422);
        assertThat(review(marked, "reject", "A machine").body()).contains("\"rejected\"");
        assertThat(review(marked, "reject", "Said otherwise").statusCode()).isEqualTo(200);
        assertThat(review(marked, "approve", null).statusCode()).isEqualTo(409);
        jdbc.sql(
                        "update submission set ended_at = ended_at - interval '8 days' where state = 'rejected' and appeal = ?")
                .param(appeal.value())
                .update();
        entries.removeTurnedAway(1_000);

        assertThat(get("/verify/" + token).body()).contains("Reviewed, and not on the list");
        assertThat(postForm("/manage/" + token, "action=withdraw").statusCode()).isEqualTo(303);
        submitAt(marked.submittedAt(), person("Ada Lindqvist", address));
        await().atMost(LONG).until(() -> states().size() == 3);
        assertThat(states()).containsExactlyInAnyOrder("withdrawn", "superseded", "suppressed");
        assertThat(count("select count(*) from entry where appeal = ?")).isZero();
        assertThat(count("select count(signatory) from submission where appeal = ?"))
                .isZero();
        assertThat(listed()).isEmpty();
    }

    @Test
    void listsAfterAllWhatWasRejectedByMistake() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("burst"), null);
        decideOn(marked, "initials");
        review(marked, "reject", "A machine");

        assertThat(review(marked, "reopen", null).body()).contains("\"awaiting-review\"");
        assertThat(waiting()).hasSize(1);
        assertThat(review(marked, "approve", null).body()).contains("\"listed\"");

        assertThat(awaitListed(1).getFirst().name()).isEqualTo("A. L.");
    }

    @Test
    void takesAnEntryOffAndPutsItBackAsItWas() {
        SignatureSubmitted submitted = submit(person("Ada Lindqvist", address));
        decideOn(submitted, "full");
        SignatureVerified listed = awaitListed(1).getFirst();
        String key = listed.entryId().toString();

        assertThat(review(submitted, "take-off", null).statusCode()).isEqualTo(422);
        assertThat(review(submitted, "take-off", "Somebody else").body()).contains("\"invalidated\"");
        await().atMost(LONG).until(() -> records(Topics.VERIFIED, key).size() == 2);
        assertThat(records(Topics.VERIFIED, key).getLast().value()).isNull();
        await().atMost(LONG).until(() -> MAIL.to(address).getLast().source().contains("Taken off the list"));
        submit(person("Ada Lindqvist", address));
        await().atMost(LONG).until(() -> states().size() == 2);
        assertThat(states()).containsExactlyInAnyOrder("invalidated", "superseded");
        assertThat(mailKinds()).contains("links").doesNotContain("already-signed");

        assertThat(review(submitted, "put-back", null).body()).contains("\"listed\"");
        SignatureVerified back = awaitListed(2).getLast();
        assertThat(back.version()).isEqualTo(3);
        assertThat(List.of(back.name(), back.listedAt())).containsExactly("Ada Lindqvist", listed.listedAt());
    }

    @Test
    void showsAChangedPersonAtOnceAndAChangedOrganisationWhenAReviewerApproves() {
        submit(person("Ada Lindqvist", address));
        Token ada = new Token(awaitMail().token("verify"));
        decide(ada.value(), "initials");
        awaitListed(1);
        change(ada, person("Ada Lindkvist", address), ChosenDisplay.FULL);
        assertThat(awaitListed(2).getLast().name()).isEqualTo("Ada Lindkvist");

        String office = "office-" + address;
        Signatory.Organisation dockers = organisation(office, "https://union.example");
        SignatureSubmitted submitted = submit(dockers);
        Token token = new Token(awaitMail(office).token("verify"));
        decide(token.value(), "authorised");
        review(submitted, "approve", null);
        awaitListed(3);
        change(token, named("Hamnarbetarförbundet", dockers), ChosenDisplay.FULL);

        assertThat(waiting().map(item -> item.path("name").asString())).containsExactly("Hamnarbetarförbundet");
        assertThat(get("/manage/" + token.value()).body())
                .contains("Hamnarbetarna", "until the organiser has reviewed");
        assertThat(listed()).hasSize(3);
        assertThat(review(submitted, "approve", null).body()).contains("\"listed\"");
        assertThat(awaitListed(4))
                .filteredOn(entry -> "Hamnarbetarförbundet".equals(entry.name()))
                .extracting(SignatureVerified::version)
                .containsExactly(2L);
        assertThat(waiting()).isEmpty();
    }

    private void change(Token token, Signatory signatory, ChosenDisplay display) {
        Seen seen = Seen.of(confirmations.look(token).orElseThrow().wanted().orElseThrow(), false);
        confirmations.change(token, seen, signatory, display);
    }

    private static Signatory named(String name, Signatory.Organisation organisation) {
        return new Signatory.Organisation(
                new OrganisationName(name),
                organisation.email(),
                organisation.website(),
                organisation.organisationType(),
                organisation.country(),
                organisation.contact(),
                true,
                organisation.parent(),
                organisation.consentVersion());
    }

    @Test
    void saysBeforehandOfWhomMoreIsShownOnlyAfterAReview() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("burst"), null);
        String token = awaitMail().token("verify");
        decide(token, "initials");
        review(marked, "approve", null);
        String other = "bo-" + address;
        submit(person("Bo Ek", other), List.of(), null);
        String plain = awaitMail(other).token("verify");
        decide(plain, "initials");

        String said = "To be shown with more than now is reviewed by the organiser first";
        assertThat(get("/manage/" + token).body()).contains(said);
        assertThat(get("/manage/" + plain).body()).contains("How you are shown").doesNotContain(said);
    }

    @Test
    void bringsWhoTookBackWhatWaitedForAReviewerBeforeAReviewerAgain() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("fast"), null);
        String token = awaitMail().token("verify");
        decide(token, "full");
        postForm("/manage/" + token, "action=withdraw");
        letTheNextMailGoAtOnce();
        SignatureSubmitted again = submission(person("Ada Lindqvist", address), List.of("fast", "burst"), null);
        SignatureSubmitted plain = submission(person("Ada Lindqvist", address), List.of(), null);

        reception.take(List.of(again, plain));

        assertThat(screening(again)).containsExactly("fast", "burst");
        assertThat(screening(plain)).containsExactly("fast");
        jdbc.sql("update submission set ended_at = ended_at - interval '31 days' where signature_id = ?")
                .param(marked.signatureId().value())
                .update();
        SignatureSubmitted later = submission(person("Ada Lindqvist", address), List.of(), null);
        reception.take(List.of(later));
        assertThat(screening(later)).as("after 30 days").isEmpty();
    }

    @Test
    void bringsBeforeAReviewerAgainWhoTookBackWhatOneHadLetOnTheListOnlyOnce() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("fast"), null);
        decideOn(marked, "full");
        review(marked, "approve", null);
        assertThat(states()).containsExactly("listed");

        takeBack(awaitMail().token("verify"));

        SignatureSubmitted again = submission(person("Another Name", address), List.of(), null);
        reception.take(List.of(again));
        assertThat(screening(again))
                .as("as a change of the name would have been")
                .containsExactly("fast");
    }

    @Test
    void bringsBeforeAReviewerAgainWhoTookBackWhatOneWantedToLookAtAgain() {
        SignatureSubmitted listed = submit(person("Ada Lindqvist", address), List.of(), null);
        decideOn(listed, "full");
        assertThat(review(listed, "reopen", "Nobody of that name works there").statusCode())
                .isEqualTo(200);
        takeBack(awaitMail().token("verify"));
        SignatureSubmitted again = submission(person("Ada Lindqvist", address), List.of(), null);
        String other = "bo-" + address;
        SignatureSubmitted rejected = submit(person("Bo Ek", other), List.of("fast"), null);
        decideOn(rejected, "full");
        review(rejected, "reject", "A machine");
        review(rejected, "reopen", null);
        takeBack(awaitMail(other).token("verify"));
        SignatureSubmitted plain = submission(person("Bo Ek", other), List.of(), null);

        reception.take(List.of(again, plain));

        assertThat(screening(again)).containsExactly("rejected-before");
        assertThat(screening(plain)).containsExactly("rejected-before", "fast");
    }

    private void takeBack(String token) {
        assertThat(postForm("/manage/" + token, "action=withdraw").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).contains("/withdrawn"));
    }

    @Test
    void tellsThatAChangeWasNotTakenAndWhatStandsInstead() {
        Signatory.Organisation dockers = organisation(address, "https://union.example");
        SignatureSubmitted submitted = submit(dockers);
        Token token = new Token(awaitMail().token("verify"));
        decide(token.value(), "authorised");
        review(submitted, "approve", null);
        awaitListed(1);
        change(token, named("Hamnarbetarförbundet", dockers), ChosenDisplay.FULL);

        review(submitted, "reject", "Another union has that name");

        await().atMost(LONG).until(() -> mailKinds().contains("change-rejected"));
        assertThat(mailKinds()).doesNotContain("rejected");
        assertThat(listed().getLast().name()).isEqualTo("Hamnarbetarna");
    }

    @Test
    void listsNobodyWhoWasRejectedBeforeAReviewerLooksAgain() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("burst"), null);
        decideOn(marked, "full");
        assertThat(review(marked, "reject", "A machine").statusCode()).isEqualTo(200);
        letTheNextMailGoAtOnce();
        SignatureSubmitted again = submission(person("Ada Lindqvist", address), List.of("fast"), null);
        SignatureSubmitted twice = submission(person("Ada Lindqvist", address), List.of(), null);
        SignatureSubmitted other = submission(person("Bo Ek", "bo-" + address), List.of(), null);

        reception.take(List.of(again, other, twice));
        reception.take(List.of(twice));

        assertThat(screening(again)).containsExactly("fast", "rejected-before");
        assertThat(screening(twice)).containsExactly("rejected-before");
        assertThat(screening(other)).isEmpty();
        String token = await().atMost(LONG)
                .until(
                        () -> MAIL.to(address).stream()
                                .filter(mail -> mail.source().contains("/verify/"))
                                .toList(),
                        mails -> mails.size() == 2)
                .getLast()
                .token("verify");
        assertThat(decide(token, "full").body()).contains("\"awaiting-review\"");
        assertThat(listed()).isEmpty();
        jdbc.sql("update submission set turned_away_at = turned_away_at - interval '31 days' where appeal = ?")
                .param(appeal.value())
                .update();
        SignatureSubmitted later = submission(person("Ada Lindqvist", address), List.of(), null);
        reception.take(List.of(later));
        assertThat(screening(later)).as("after 30 days").isEmpty();
        SignatureSubmitted waiting = waiting()
                .map(item -> item.path("id").asString())
                .map(id -> id.equals(again.signatureId().toString()) ? again : twice)
                .findFirst()
                .orElseThrow();
        assertThat(review(waiting, "approve", null).body()).contains("\"listed\"");
        awaitListed(1);
    }

    @Test
    void showsAReviewerFirstWhatHasEvidenceAndThenWhatWaitsLongest() {
        decideOn(submit(person("Ada Lindqvist", "ada-" + address), List.of("fast"), null), "full");
        decideOn(submit(organisation("office-" + address, "https://union.example")), "authorised");
        String domain = "u" + UUID.randomUUID() + ".example.org";
        decideOn(submit(organisation("office@" + domain, "https://" + domain)), "authorised");

        assertThat(waiting().map(item -> item.path("kind").asString()))
                .containsExactly("organisation", "individual", "organisation");
        assertThat(waiting().map(item -> item.path("domainEvidence").asBoolean()))
                .containsExactly(true, false, false);
        assertThat(waiting().findFirst().orElseThrow().path("website").asString())
                .isEqualTo("https://" + domain);
    }

    @Test
    void leavesOffTheListWhatItsOwnerTookBackWhileItWaited() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("fast"), null);
        String token = awaitMail().token("verify");
        decide(token, "full");

        postForm("/manage/" + token, "action=withdraw");

        assertThat(review(marked, "approve", null).statusCode()).isEqualTo(409);
        assertThat(states()).containsExactly("withdrawn");
        assertThat(waiting()).isEmpty();
        assertThat(count("select count(*) from entry where appeal = ?")).isZero();
    }

    @Test
    void decidesOnceHoweverManyReviewersAndOwnersComeAtOnce() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("fast"), null);
        String token = awaitMail().token("verify");
        decide(token, "full");

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 9)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> switch (n % 3) {
                            case 0 -> review(marked, "approve", null).statusCode();
                            case 1 -> review(marked, "reject", "A machine").statusCode();
                            default ->
                                postForm("/manage/" + token, "action=withdraw").statusCode();
                        },
                        Thread.ofVirtual()::start))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsAnyOf(200, 303)
                .isSubsetOf(200, 303, 409);
        assertThat(states()).hasSize(1).isSubsetOf("listed", "rejected", "withdrawn");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void letsNobodyReviewWithoutTheToken() {
        SignatureSubmitted marked = submit(person("Ada Lindqvist", address), List.of("fast"), null);
        decide(awaitMail().token("verify"), "full");

        for (String authorization : List.of("", "Bearer ", "Bearer another token", "Basic " + REVIEWER)) {
            assertThat(send(request("/api/v1/reviews").header("Authorization", authorization))
                            .statusCode())
                    .isEqualTo(401);
            HttpResponse<String> refused = send(request("/api/v1/reviews/" + marked.signatureId())
                    .header("Authorization", authorization)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{")));
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"reviewer\"");
        }
        assertThat(get("/api/v1/reviews").statusCode()).isEqualTo(401);
        assertThat(states()).containsExactly("awaiting-review");
    }

    @Test
    void tellsAReviewerWhatIsWrongWithARequest() {
        SignatureSubmitted pending = submit(person("Ada Lindqvist", address));
        awaitMail();

        assertThat(review(pending, "approve", null).statusCode()).isEqualTo(404);
        assertThat(review(pending, "perhaps", null).body()).contains("decision.unknown");
        assertThat(review(pending, "approve", "x".repeat(501)).body()).contains("reason.too-long");
        assertThat(reviews("?limit=0").statusCode()).isEqualTo(422);
        assertThat(reviews("?limit=x").statusCode()).isEqualTo(400);
        for (String cursor : List.of("x", "%25", "AAAA", "dHJ1ZSA5OTk5OTk5OTk5OTk5OTk5OTk5IDAtMC0wLTAtMA")) {
            assertThat(reviews("?after=" + cursor).body()).contains("cursor.invalid");
        }
        assertThat(states()).containsExactly("pending");
    }

    @Test
    void marksWhatCameWithAProofOfAnotherSignatureAndNeverTheFirst() {
        String proof = UUID.randomUUID().toString();
        SignatureSubmitted first = submission(person("Ada Lindqvist", address), List.of("fast"), proof);
        SignatureSubmitted second = submission(person("Bo Ek", "bo-" + address), List.of(), proof);
        SignatureSubmitted third = submission(person("Cy Dahl", "cy-" + address), List.of("burst"), proof);
        SignatureSubmitted free = submission(person("Di Falk", "di-" + address), List.of(), "another " + proof);

        reception.take(List.of(first, first, second, free));
        reception.take(List.of(third, second, first));
        reception.take(List.of(second));

        assertThat(screening(first)).containsExactly("fast");
        assertThat(screening(second)).containsExactly("proof-reused");
        assertThat(screening(third)).containsExactly("burst", "proof-reused");
        assertThat(screening(free)).isEmpty();
    }

    @Test
    void marksAllButOneOfThoseThatComeWithAProofAtOnce() {
        List<String> proofs =
                IntStream.range(0, 5).mapToObj(n -> UUID.randomUUID() + "/" + n).toList();
        List<List<SignatureSubmitted>> batches = IntStream.range(0, 6)
                .mapToObj(batch -> proofs.stream()
                        .map(proof -> submission(person("Ada", UUID.randomUUID() + "@example.org"), List.of(), proof))
                        .collect(Collectors.collectingAndThen(Collectors.toCollection(ArrayList::new), list -> {
                            Collections.shuffle(list, new Random(batch));
                            return List.copyOf(list);
                        })))
                .toList();

        batches.stream()
                .map(batch -> CompletableFuture.runAsync(() -> reception.take(batch), Thread.ofVirtual()::start))
                .toList()
                .forEach(CompletableFuture::join);

        for (String proof : proofs) {
            assertThat(batches.stream()
                            .flatMap(List::stream)
                            .filter(submitted -> proof.equals(submitted.proof()))
                            .filter(submitted -> screening(submitted).isEmpty()))
                    .hasSize(1);
        }
    }

    @Test
    void refusesAFormThatIsNone() {
        assertThat(postForm("/verify/" + "A".repeat(43), "decision=%zz").statusCode())
                .isEqualTo(400);
    }

    @Test
    void logsNoTokenOfARequestThatItCannotRead(CapturedOutput log) throws IOException {
        String token = "A".repeat(42);
        for (String request :
                List.of("GET /verify/" + token + "\u00e5 HTTP/1.1", "GET /verify/" + token + " HTTP/1.1\r\n@")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write((request + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .startsWith("HTTP/1.1 400");
            }
        }
        assertThat(log.getAll()).doesNotContain(token);
    }

    @Test
    void keepsMailsForAServerThatIsDown(CapturedOutput log) {
        MAIL.shut();
        try {
            submit(person("Ada Lindqvist", address));
            await().atMost(LONG).until(() -> log.getAll().contains("The mail server does not answer"));
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(mailStates()).containsExactly("owed");
                assertThat(count("""
                        select sum(attempts) from mail join submission using (signature_id) where appeal = ?
                        """)).isZero();
            });
        } finally {
            MAIL.open();
        }

        assertThat(awaitMail().source()).contains("/verify/");
    }

    @Test
    void saysWhenAMailMayBeExpectedUnlessNobodyKnows() {
        await().atMost(LONG)
                .until(() -> "{\"expectedSeconds\":60}"
                        .equals(get("/api/v1/mail-queue").body()));
        MAIL.shut();
        try {
            submit(person("Ada Lindqvist", address));
            await().atMost(LONG)
                    .until(() -> "{\"expectedSeconds\":null}"
                            .equals(get("/api/v1/mail-queue").body()));
        } finally {
            MAIL.open();
        }

        MAIL.thinkFor(Duration.ofSeconds(1));
        for (int other = 0; other < 300; other++) {
            kafka.send(SignatureRecords.submitted(
                    submission(person("Ada Lindqvist", UUID.randomUUID() + "@example.org"), List.of(), null)));
        }
        kafka.flush();

        // four at once, each for a second, leave four in a second
        await().atMost(LONG)
                .until(() -> "{\"expectedSeconds\":120}"
                        .equals(get("/api/v1/mail-queue").body()));
    }

    /** One in 15 minutes, and three in 24 hours. */
    @Test
    void mailsInTheEndWhoSignsEightSisterAppealsWithinAnHour() {
        List<Campaign> sisters =
                Stream.generate(() -> Campaign.begin(kafka, appeals)).limit(8).toList();
        sisters.forEach(sister -> sister.sign(address));
        await().atMost(LONG)
                .until(() ->
                        count(OF_THE_SAME.formatted("true"), sisters.getFirst().slug()) == 8);
        AppealSlug one = sisters.getFirst().slug();
        Duration quarter = Duration.ofMinutes(15);
        Duration day = Duration.ofDays(1);

        List<Integer> mails = new ArrayList<>(List.of(mailsLeft(one)));
        for (Duration pause : List.of(quarter, quarter, quarter, day, quarter, quarter, day, quarter)) {
            goOn(pause, one);
            mails.add(mailsLeft(one));
        }

        assertThat(mails).containsExactly(1, 2, 3, 3, 4, 5, 6, 7, 8);
        assertThat(MAIL.to(address).stream().map(mail -> mail.token("verify"))).doesNotHaveDuplicates();
        assertThat(count(OF_THE_SAME.formatted("m.state = 'sent'"), one)).isEqualTo(8);
    }

    /** How many mails the address has got, once none is on its way or may leave now. */
    private int mailsLeft(AppealSlug one) {
        await().atMost(LONG)
                .until(() ->
                        count(OF_THE_SAME.formatted("m.state = 'owed' and (m.attempts > 0 or m.due_at <= now())"), one)
                                == 0);
        return MAIL.to(address).size();
    }

    private void goOn(Duration time, AppealSlug one) {
        jdbc.sql("""
                with same as (
                    update recipient set open_at = open_at - make_interval(secs => :time), recent_mails = array(
                        select mail - make_interval(secs => :time) from unnest(recent_mails) mail)
                    where address_key = (select recipient from submission where appeal = :one)
                    returning address_key
                )
                update mail m set due_at = due_at - make_interval(secs => :time)
                from same where m.recipient = same.address_key and m.state = 'owed'
                """).param("time", time.toSeconds()).param("one", one.value()).update();
    }

    @Test
    void leavesAMailToItsSenderHoweverLongTheServerThinks() {
        MAIL.thinkFor(LEASE.multipliedBy(2));
        submit(person("Ada Lindqvist", address));

        await().atMost(LONG).until(() -> mailStates().equals(List.of("sent")));

        assertThat(MAIL.to(address)).hasSize(1);
    }

    @Test
    void sendsAMailOnceThoughTheDatabaseGoesAwayMeanwhile() {
        MAIL.thinkFor(Duration.ofSeconds(1));
        submit(person("Ada Lindqvist", address));
        awaitMail();
        infrastructure.pausePostgres();
        await().pollDelay(LEASE.multipliedBy(3)).atMost(LONG).until(() -> true);
        infrastructure.resumePostgres();

        await().atMost(LONG).ignoreExceptions().until(() -> mailStates().equals(List.of("sent")));
        assertThat(MAIL.to(address)).hasSize(1);
    }

    @Test
    void sendsAMailWhoseSenderWasKilled() {
        MAIL.shut();
        try {
            submit(person("Ada Lindqvist", address));
            await().atMost(LONG).until(this::takeAsOneWhoWillBeKilled);
        } finally {
            MAIL.open();
        }

        awaitMail();
        await().atMost(LONG).until(() -> mailStates().equals(List.of("sent")));
        assertThat(MAIL.to(address)).hasSize(1);
    }

    @Test
    void waitsForADatabaseThatIsDownAndSetsNothingAside() {
        infrastructure.pausePostgres();
        SignatureSubmitted submitted = submit(person("Ada Lindqvist", address));
        String status = "/api/v1/signatures/" + submitted.signatureId();
        await().atMost(LONG).until(() -> get(status).body().contains("received"));
        await().atMost(LONG).until(() -> get("/actuator/health/readiness").statusCode() == 503);
        assertThat(get(status).body()).contains("received");
        infrastructure.resumePostgres();

        assertThat(awaitMail().source()).contains("/verify/");
        assertThat(records(
                        Topics.deadLettersOf(Topics.SUBMITTED),
                        submitted.fingerprint().value()))
                .isEmpty();
    }

    @Test
    void tellsHowFarTheListIsBehindAndHowManySignaturesAreWhere() {
        submit(person("Ada Lindqvist", address));
        String token = awaitMail().token("verify");
        infrastructure.pauseKafka();
        decide(token, "full");

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                        .containsPattern("upprop_relay_lag_rows [1-9]")
                        .containsPattern("upprop_relay_lag_seconds [1-9]")
                        .containsPattern("upprop_funnel\\{state=\"listed\"} [1-9]")
                        .contains("upprop_funnel{state=\"pending\"} "));
        infrastructure.resumeKafka();

        awaitListed(1);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                        .contains("upprop_relay_lag_rows 0.0", "upprop_relay_lag_seconds 0.0"));
    }

    @Test
    void saysThatASignatureIsOnlyReceivedWhileTheStageWaitsForItsAppeal() {
        AppealSlug later = new AppealSlug("later-" + UUID.randomUUID());
        SignatureSubmitted known = submission(person("Ada Lindqvist", address), List.of(), null);
        submit(new SignatureSubmitted(
                known.signatureId(),
                later,
                1,
                known.kind(),
                fingerprints.of(later, known.signatory()),
                known.locale(),
                known.source(),
                known.submittedAt(),
                known.screening(),
                known.proof(),
                known.signatory()));
        String status = "/api/v1/signatures/" + known.signatureId();

        await().atMost(LONG).until(() -> get(status).body().contains("received"));
        await().during(Duration.ofSeconds(2))
                .atMost(LONG)
                .until(() -> get(status).body().contains("received"));
        kafka.send(AppealRecords.present(Appeals.anAppeal(later))).join();

        awaitMail();
        await().atMost(LONG).until(() -> get(status).body().contains("processed"));
    }

    @Test
    void setsAsideRandomBytesAndGoesOn() {
        byte[] noise = new byte[300];
        new Random().nextBytes(noise);
        String key = fingerprints.of(appeal, person("Ada Lindqvist", address)).value();
        kafka.send(new ProducerRecord<>(Topics.SUBMITTED, key.getBytes(StandardCharsets.UTF_8), noise))
                .join();
        submit(person("Ada Lindqvist", address));

        awaitMail();
        assertThat(await().atMost(LONG)
                        .until(() -> records(Topics.deadLettersOf(Topics.SUBMITTED), key), found -> !found.isEmpty())
                        .getFirst()
                        .value())
                .isEqualTo(noise);
    }

    private SignatureSubmitted submit(Signatory signatory) {
        return submitAt(Instant.now(), signatory);
    }

    private SignatureSubmitted submitAt(Instant time, Signatory signatory) {
        return submit(submissionAt(time, signatory, List.of(), null));
    }

    private SignatureSubmitted submit(Signatory signatory, List<String> screening, @Nullable String proof) {
        return submit(submission(signatory, screening, proof));
    }

    private SignatureSubmitted submit(SignatureSubmitted submitted) {
        kafka.send(SignatureRecords.submitted(submitted)).join();
        return submitted;
    }

    private SignatureSubmitted submission(Signatory signatory, List<String> screening, @Nullable String proof) {
        return submissionAt(Instant.now(), signatory, screening, proof);
    }

    private SignatureSubmitted submissionAt(
            Instant time, Signatory signatory, List<String> screening, @Nullable String proof) {
        return new SignatureSubmitted(
                SignatureId.random(),
                appeal,
                1,
                signatory.kind(),
                fingerprints.of(appeal, signatory),
                "en",
                "direct",
                time,
                screening,
                proof,
                signatory);
    }

    private MailServer.Mail awaitMail() {
        return awaitMail(address);
    }

    private static MailServer.Mail awaitMail(String address) {
        return await().atMost(LONG)
                .until(() -> MAIL.to(address), mails -> !mails.isEmpty())
                .getFirst();
    }

    private void decideOn(SignatureSubmitted submitted, String decision) {
        String owner = submitted.signatory().email().value();
        assertThat(decide(awaitMail(owner).token("verify"), decision).statusCode())
                .isEqualTo(200);
    }

    private void letTheNextMailGoAtOnce() {
        await().atMost(LONG).until(() -> !mailStates().contains("owed"));
        jdbc.sql("update recipient set open_at = '-infinity', recent_mails = '{}'")
                .update();
    }

    private List<String> screening(SignatureSubmitted submitted) {
        return jdbc.sql("select unnest(screening) as mark from submission where signature_id = ?")
                .param(submitted.signatureId().value())
                .query((row, number) -> row.getString("mark"))
                .list();
    }

    /** What waits of this test's appeal, read in the smallest parts. */
    private Stream<JsonNode> waiting() {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode part = JsonMapper.shared()
                    .readTree(reviews("?limit=1&after=" + next).body());
            part.path("items").forEach(items::add);
            next = part.path("next").asString("");
        } while (!next.isEmpty());
        return items.stream().filter(item -> item.path("appeal").asString().equals(appeal.value()));
    }

    private HttpResponse<String> reviews(String query) {
        return send(request("/api/v1/reviews" + query).header("Authorization", "Bearer " + REVIEWER));
    }

    private HttpResponse<String> review(SignatureSubmitted submitted, String decision, @Nullable String reason) {
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("decision", decision)
                .put("reason", reason)
                .toString();
        return send(request("/api/v1/reviews/" + submitted.signatureId())
                .header("Authorization", "Bearer " + REVIEWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The entries of this test's appeal, once there are as many as that. */
    private List<SignatureVerified> awaitListed(int entries) {
        return await().atMost(LONG).until(this::listed, found -> found.size() >= entries);
    }

    private List<SignatureVerified> listed() {
        return records(Topics.VERIFIED).stream()
                .filter(record -> record.value() != null)
                .flatMap(record -> SignatureRecords.readVerified(record).stream())
                .filter(EntryEvent.class::isInstance)
                .map(SignatureVerified.class::cast)
                .filter(entry -> entry.appeal().equals(appeal))
                .toList();
    }

    private List<String> states() {
        return jdbc.sql("select state from submission where appeal = ?")
                .param(appeal.value())
                .query((row, number) -> row.getString("state"))
                .list();
    }

    private List<String> mailStates() {
        return jdbc.sql("select m.state from mail m join submission s using (signature_id) where s.appeal = ?")
                .param(appeal.value())
                .query((row, number) -> row.getString("state"))
                .list();
    }

    private List<String> mailKinds() {
        return jdbc.sql("select m.kind from mail m join submission s using (signature_id) where s.appeal = ?")
                .param(appeal.value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    /** True if it got this test's mail, before the senders that live. */
    private boolean takeAsOneWhoWillBeKilled() {
        return queue.take(LEASE, true)
                .filter(mail -> mail.appeal().equals(appeal))
                .isPresent();
    }

    private long count(String sql) {
        return count(sql, appeal);
    }

    private long count(String sql, AppealSlug of) {
        return jdbc.sql(sql)
                .param(of.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private HttpResponse<String> decide(String token, String decision) {
        return send(request("/api/v1/verifications/" + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"decision\":\"" + decision + "\"}")));
    }

    private HttpResponse<String> postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        return records(topic).stream()
                .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return WholeTopic.read(consumers.createConsumer("whole-topic", ""), topic);
    }
}

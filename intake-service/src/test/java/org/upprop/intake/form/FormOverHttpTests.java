package org.upprop.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;
import static org.upprop.intake.form.AForm.ofAPerson;
import static org.upprop.intake.form.AForm.ofAnOrganisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.intake.AnAppeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.BrakesInMemory;
import org.upprop.intake.Ports.MailsInMemory;
import org.upprop.intake.Ports.SubmissionsInMemory;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureSubmitted;

@OverHttp
class FormOverHttpTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    BrakesInMemory brakes;

    @Autowired
    SubmissionsInMemory submissions;

    @Autowired
    MailsInMemory mails;

    private Appeal appeal = anAppeal().build();

    @BeforeEach
    void anOpenAppeal() {
        open(anAppeal());
        submissions.brokerAnswers = true;
        submissions.sent.clear();
    }

    @Test
    void takesAPersonWithTheFewestFields() {
        MvcTestResult answer = send(ofAPerson());

        assertThat(answer)
                .hasStatus(202)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(page(answer).select("h1").text()).isEqualTo("One step left");
        SignatureSubmitted sent = submissions.last();
        assertThat(page(answer).select("form.code").attr("action"))
                .isEqualTo("https://verification.example/verify/code/" + sent.signatureId() + "?lang=en");
        assertThat(sent.appealVersion()).isEqualTo(2);
        assertThat(sent.locale()).isEqualTo("en");
        assertThat(sent.source()).isEqualTo("direct");
        assertThat(sent.screening()).isEmpty();
        assertThat(sent.signatory()).isInstanceOfSatisfying(Signatory.Individual.class, person -> {
            assertThat(person.name().value()).isEqualTo("Ada Lovelace");
            assertThat(person.country()).isNull();
            assertThat(person.consentVersion()).isEqualTo("2");
        });
    }

    @Test
    void takesEverythingThatAPersonMaySay() {
        open(anAppeal().takingComments());

        assertThat(send(ofAPerson()
                        .with("name", "Айгерім Нұрланқызы")
                        .with("role", "miner")
                        .with("affiliation", "Union")
                        .with("city", "Жаңаөзен")
                        .with("country", "KZ")
                        .with("comment", "one\r\ntwo")
                        .with("source", "gryning")
                        .with("lang", "kk")))
                .hasStatus(202);
        assertThat(submissions.last().source()).isEqualTo("gryning");
        assertThat(submissions.last().locale()).isEqualTo("kk");
        assertThat(submissions.last().signatory()).isInstanceOfSatisfying(Signatory.Individual.class, person -> {
            assertThat(person.name().value()).isEqualTo("Айгерім Нұрланқызы");
            assertThat(person.city().value()).isEqualTo("Жаңаөзен");
            assertThat(person.country().code()).isEqualTo("KZ");
            assertThat(person.comment().value()).isEqualTo("one\ntwo");
        });
    }

    @Test
    void takesAnOrganisation() {
        assertThat(send(ofAnOrganisation().with("parent", "Internationalen"))).hasStatus(202);
        assertThat(submissions.last().signatory())
                .isInstanceOfSatisfying(Signatory.Organisation.class, organisation -> {
                    assertThat(organisation.name().value()).isEqualTo("Gruvarbetarna");
                    assertThat(organisation.contact().name().value()).isEqualTo("Elsa Berg");
                    assertThat(organisation.parent().value()).isEqualTo("Internationalen");
                });
    }

    @Test
    void takesTheWebsiteAsPeopleSayIt() {
        assertThat(send(ofAnOrganisation().with("website", " www.example.org/om ")))
                .hasStatus(202);
        assertThat(submissions.last().signatory())
                .isInstanceOfSatisfying(
                        Signatory.Organisation.class,
                        organisation ->
                                assertThat(organisation.website().value()).isEqualTo("https://www.example.org/om"));
    }

    @Test
    void leavesOutWhatTheOtherKindWouldSay() {
        AForm both = ofAnOrganisation()
                .with("name", "Elsa Berg")
                .with("city", "Kiruna")
                .with("role", "gruvarbetare");

        assertThat(send(both)).hasStatus(202);
        assertThat(send(both.with("kind", "individual").with("key", "B".repeat(22))))
                .hasStatus(202);
        assertThat(submissions.last().signatory().displayName()).isEqualTo("Elsa Berg");
    }

    @Test
    void asksNobodyInDangerWhereTheyLiveAndKeepsNoAnswer() {
        open(anAppeal().atRisk());

        assertThat(send(ofAPerson()
                        .with("city", "Жаңаөзен")
                        .with("country", "KZ")
                        .with("comment", "Hello")))
                .hasStatus(202);
        assertThat(submissions.last().signatory()).isInstanceOfSatisfying(Signatory.Individual.class, person -> {
            assertThat(person.city()).isNull();
            assertThat(person.country()).isNull();
        });
    }

    @Test
    void bindsASignatureToTheOlderVersionThatWasSeenAndShowsItsConsentAgain() {
        AnAppeal revised = anAppeal();
        open(revised);
        appeals.put(revised.firstText());
        AForm older = ofAPerson().with("appealVersion", "1").with("consent", "1");

        Document again = page(send(older.with("name", "")));
        assertThat(again.select("[name=appealVersion]").val()).isEqualTo("1");
        assertThat(again.select("#consent").val()).isEqualTo("1");
        assertThat(send(older.with("name", "Ada"))).hasStatus(202);
        assertThat(submissions.last().appealVersion()).isEqualTo(1);
    }

    @Test
    void sumsUpEveryMistakeAndTiesItToItsField() {
        MvcTestResult answer = send(ofAnOrganisation()
                .with("organisation", "x".repeat(201))
                .with("website", "nowhere")
                .with("email", "kansli")
                .with("country", "")
                .without("authorised")
                .without("consent"));

        assertThat(answer).hasStatus(422).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Document page = page(answer);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select("main > :first-child").attr("role")).isEqualTo("alert");
        assertThat(page.select(".errors").hasAttr("autofocus")).isTrue();
        assertThat(page.select(".errors h2").text()).isEqualTo("6 things are missing or not right");
        assertThat(page.select(".errors a").eachAttr("href"))
                .containsExactly("#organisation", "#website", "#email", "#country", "#authorised", "#consent");
        assertThat(page.select(".errors a").first().text())
                .isEqualTo("Name of the organisation: At most 200 characters.");
        for (String id : page.select(".errors a").eachAttr("href")) {
            assertThat(page.select(id).attr("aria-invalid")).isEqualTo("true");
            assertThat(page.select(id).attr("aria-describedby").split(" "))
                    .contains(id.substring(1) + "-wrong")
                    .allSatisfy(described ->
                            assertThat(page.getElementById(described)).isNotNull());
        }
        assertThat(page.select("#contactName").hasAttr("aria-invalid")).isFalse();
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void keepsEverythingThatWasTyped() {
        open(anAppeal().takingComments());
        AForm typed = ofAPerson()
                .with("name", "  Åsa \"<b>\" ")
                .with("email", "no address")
                .with("country", "XK")
                .with("city", "Prishtinë")
                .with("role", "قاضية")
                .with("affiliation", "A & B")
                .with("comment", "one\ntwo</textarea>")
                .with("organisation", "Kept too")
                .with("source", "gryning")
                .with("opened", "1641988740000");

        Document page = page(send(typed));

        for (String field : List.of("name", "email", "city", "role", "affiliation", "organisation", "key", "opened")) {
            assertThat(page.select("[name=" + field + "]").val()).as(field).isEqualTo(typed.get(field));
        }
        assertThat(page.select("#comment").first().wholeText()).isEqualTo("one\ntwo</textarea>");
        assertThat(page.select("#country option[selected]").text()).isEqualTo("Kosovo");
        assertThat(page.select("#consent").hasAttr("checked")).isTrue();
        assertThat(page.select("[name=source]").val()).isEqualTo("gryning");
        assertThat(page.select("details").hasAttr("open")).isTrue();
        assertThat(page.select("b")).isEmpty();
    }

    @Test
    void asksAgainForAConsentThatHasChanged() {
        Document page = page(send(ofAPerson().with("consent", "1")));

        assertThat(page.select("#consent-wrong").text()).contains("has changed");
        assertThat(page.select("#consent").hasAttr("checked")).isFalse();
    }

    @Test
    void saysThatAnAppealIsClosedAndKeepsTheForm() {
        open(anAppeal().closed());

        MvcTestResult answer = send(ofAPerson());
        assertThat(answer).hasStatus(410);
        assertThat(page(answer).select("#notice").text()).contains("The appeal is closed", "12 January 2022");
        assertThat(page(answer).select("#name").val()).isEqualTo("Ada Lovelace");
        assertThat(page(answer).select("button")).isEmpty();
    }

    @Test
    void saysWhenAnAppealOpensAndKeepsTheForm() {
        open(anAppeal().opening(Ports.NOW.plus(Duration.ofMinutes(1))));

        MvcTestResult answer = send(ofAPerson());
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#notice").text()).contains("12 January 2022", "12:01");
        assertThat(page(answer).select("#name").val()).isEqualTo("Ada Lovelace");
    }

    @Test
    void neverSaysThatItTookWhatTheBrokerDidNotAcknowledgeAndKeepsTheFormAndItsKey() {
        submissions.brokerAnswers = false;

        MvcTestResult answer = send(ofAPerson());
        assertThat(answer).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "5");
        AForm kept = AForm.on(page(answer), "sign");
        assertThat(kept.get("key")).isEqualTo(AForm.KEY);
        submissions.brokerAnswers = true;
        assertThat(send(kept)).hasStatus(202);
        assertThat(submissions.last().signatory().displayName()).isEqualTo("Ada Lovelace");
    }

    @Test
    void saysThatSigningIsPausedAndKeepsTheForm() {
        brakes.put(new Brake(BrakeKind.PAUSE_APPEAL, appeal.slug(), null, Ports.NOW));

        MvcTestResult answer = send(ofAPerson());
        assertThat(answer).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "60");
        assertThat(page(answer).select("#notice h2").text()).isEqualTo("Signing is paused");
        assertThat(page(answer).select("#name").val()).isEqualTo("Ada Lovelace");
    }

    @Test
    void takesAsLongASignatureAsTheApiThoughAFormWritesItThreeTimesAsLong() {
        open(anAppeal().takingComments());
        AForm longest = ofAPerson()
                .with("name", "ნ".repeat(120))
                .with("city", "ქ".repeat(120))
                .with("role", "მ".repeat(120))
                .with("affiliation", "კ".repeat(120))
                .with("comment", "თ".repeat(1_000));

        assertThat(longest.encoded().length()).isGreaterThan(8 * 1024);
        assertThat(send(longest)).hasStatus(202);
    }

    @Test
    void givesBackWhatWasTooLongToTake() {
        MvcTestResult answer = send(ofAPerson().with("comment", "x".repeat(8 * 1024)));

        assertThat(answer).hasStatus(413);
        assertThat(page(answer).select("#notice h2").text()).isEqualTo("That was too much text");
        assertThat(page(answer).select("#name").val()).isEqualTo("Ada Lovelace");
        assertThat(submissions.sent).isEmpty();
    }

    @Test
    void refusesWhatIsLongerThanAnyFormBeforeItIsRead() {
        assertThat(send(ofAPerson().with("comment", "x".repeat(24 * 1024))))
                .hasStatus(413)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain"})
    void saysOnAPageThatOnlyFormsAreTaken(String type) {
        assertThat(http.post()
                        .uri("/appeals/{slug}", appeal.slug())
                        .header(HttpHeaders.ACCEPT, BROWSER)
                        .contentType(MediaType.parseMediaType(type))
                        .content("{}"))
                .hasStatus(415)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
    }

    @Test
    void saysOnAPageThatAFormCannotBeRead() {
        assertThat(sendRaw("name=%ff")).hasStatus(400).hasHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
    }

    @Test
    void signsOnceHoweverOftenTheButtonIsPressed() {
        MvcTestResult first = send(ofAPerson());
        MvcTestResult second = send(ofAPerson());

        assertThat(first).hasStatus(202);
        assertThat(second).hasStatus(202);
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(submissions.sent)
                .extracting(SignatureSubmitted::signatureId)
                .hasSize(2)
                .containsOnly(submissions.last().signatureId());
    }

    @Test
    void takesWhatIsSentFromAPageThatWasGoneBackToAsASignatureOfItsOwn() {
        send(ofAPerson());
        assertThat(send(ofAPerson().with("email", "ada@example.com"))).hasStatus(202);

        assertThat(submissions.sent)
                .extracting(SignatureSubmitted::signatureId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private static String id(SignatureSubmitted sent) {
        return sent.signatureId().toString();
    }

    @Test
    void answersAlikeWhoeverHasSignedBefore() {
        MvcTestResult first = send(ofAPerson().with("key", "A".repeat(22)));
        MvcTestResult second = send(ofAPerson().with("key", "B".repeat(22)));

        assertThat(second).hasStatus(202);
        assertThat(second.getResponse().getHeaderNames())
                .containsExactlyElementsOf(first.getResponse().getHeaderNames());
        assertThat(text(second)
                        .replace("B".repeat(22), "A".repeat(22))
                        .replace(id(submissions.sent.getLast()), id(submissions.sent.getFirst())))
                .isEqualTo(text(first));
        assertThat(submissions.sent)
                .extracting(SignatureSubmitted::fingerprint)
                .hasSize(2)
                .containsOnly(submissions.last().fingerprint());
    }

    @Test
    void saysWhenTheMailIsExpectedAsFarAsAnybodyKnows() {
        mails.expected = Duration.ofSeconds(700);
        assertThat(page(send(ofAPerson())).text()).contains("within 12 minutes");

        mails.expected = null;
        assertThat(page(send(ofAPerson())).text()).doesNotContain("12 minutes").contains("usually");
    }

    @Test
    void leadsFromTheLastPageBackToTheFormWithAnotherKey() {
        Document received = page(send(ofAPerson().with("city", "Kiruna").with("email", "ada@secret.example")));
        assertThat(received.text()).contains("a•••@s•••t.example").doesNotContain("secret");

        MvcTestResult changing = send(AForm.on(received, "change"));
        assertThat(changing).hasStatus(200);
        AForm kept = AForm.on(page(changing), "sign");
        assertThat(kept.get("name")).isEqualTo("Ada Lovelace");
        assertThat(kept.get("city")).isEqualTo("Kiruna");
        assertThat(kept.get("consent")).isEqualTo("2");
        assertThat(kept.get("key")).hasSize(22).isNotEqualTo(AForm.KEY);
        assertThat(page(changing).title()).startsWith("Sign: ");
        assertThat(send(kept.with("email", "ada@example.org"))).hasStatus(202);
    }

    @Test
    void leadsFromTheLastPageToTheListAndToTheOtherKindOfSignatory() {
        Document person = page(send(ofAPerson().with("source", "gryning")));
        Document organisation = page(send(ofAnOrganisation()));

        String path = "/appeals/" + appeal.slug();
        assertThat(person.select(".ways a").eachAttr("href"))
                .containsExactly(
                        "https://publication.example" + path + "/signatories?lang=en&source=gryning",
                        "https://verification.example/links/" + appeal.slug() + "?lang=en",
                        path + "?lang=en&source=gryning&as=organisation#sign",
                        path + "?lang=en&source=gryning");
        assertThat(organisation.select(".ways a").eachAttr("href")).contains(path + "?lang=en&as=individual#sign");
    }

    @Test
    void asksAboutAnAddressThatLooksMistypedBeforeAMailGoesToAStranger() {
        Document page = page(send(ofAPerson().with("email", "ada@gmial.com")));

        assertThat(submissions.sent).isEmpty();
        assertThat(page.select("main").text()).contains("ada@gmial.com", "ada@gmail.com");
        assertThat(send(AForm.on(page, "use-meant"))).hasStatus(202);
        assertThat(submissions.last().signatory().email().value()).isEqualTo("ada@gmail.com");
    }

    @Test
    void takesAnUnusualAddressFromWhoeverSaysThatItIsRight() {
        Document page = page(send(ofAPerson().with("email", "ada@gmial.com")));

        assertThat(send(AForm.on(page, "sign"))).hasStatus(202);
        assertThat(submissions.last().signatory().email().value()).isEqualTo("ada@gmial.com");
    }

    @Test
    void neverAsksTwiceAboutOneAddress() {
        Document question = page(send(ofAPerson().with("email", "ada@gmial.com")));
        submissions.brokerAnswers = false;
        MvcTestResult outage = send(AForm.on(question, "sign"));
        assertThat(outage).hasStatus(503);

        submissions.brokerAnswers = true;
        assertThat(send(AForm.on(page(outage), "sign"))).hasStatus(202);
    }

    @Test
    void leadsFromTheQuestionBackToTheForm() {
        Document question = page(send(ofAPerson().with("email", "ada@gmial.com")));
        Document form = page(send(AForm.on(question, "change")));

        assertThat(form.select("#email").val()).isEqualTo("ada@gmial.com");
        assertThat(page(send(AForm.on(form, "sign"))).select("h1").text()).isEqualTo("Is the e-mail address right?");
    }

    @Test
    void marksWhatNobodySeesAndIsFasterThanPeopleAndDropsNothing() {
        assertThat(send(ofAPerson()
                        .with("subject", "filled by a password manager")
                        .with("opened", String.valueOf(Ports.NOW.minusSeconds(1).toEpochMilli()))))
                .hasStatus(202);
        assertThat(submissions.last().screening()).containsExactly("honeypot", "fast");
    }

    @Test
    void keepsAMarkThroughAQuestion() {
        Document question = page(send(ofAPerson().with("email", "ada@gmial.com").with("subject", "filled in")));

        send(AForm.on(question, "sign"));
        assertThat(submissions.last().screening()).containsExactly("honeypot");
    }

    @Test
    void takesAFormThatLacksEverythingThatNobodySees() {
        assertThat(send(ofAPerson()
                        .without("key")
                        .without("opened")
                        .without("appealVersion")
                        .without("lang")
                        .without("source")
                        .without("subject")))
                .hasStatus(202);
        assertThat(submissions.last().appealVersion()).isEqualTo(2);
        assertThat(submissions.last().screening()).isEmpty();
    }

    @Test
    void takesAFormWithOddThingsInWhatNobodySees() {
        assertThat(send(ofAPerson()
                        .with("key", "<script>")
                        .with("opened", "yesterday")
                        .with("appealVersion", "two")
                        .with("lang", "\"><script>")
                        .with("source", "\"><script>")
                        .with("pass", "\"><script>")
                        .with("rightDomain", "\"><script>")))
                .hasStatus(202)
                .bodyText()
                .doesNotContain("\"><script>");
    }

    @Test
    void asksForAProofOrAWaitAndKeepsTheForm() {
        askForAProof();

        MvcTestResult answer = send(ofAPerson().with("city", "Kiruna"));
        assertThat(answer).hasStatus(429).containsHeader(HttpHeaders.RETRY_AFTER);
        Document held = page(answer);
        assertThat(held.select("#held").attr("data-proof-difficulty")).isNotEmpty();
        assertThat(held.select("#held [data-waiting]").text())
                .matches("Wait \\d+ seconds, and then press the button\\.");
        assertThat(held.select("script[src*=proof.js]")).hasSize(1);
        assertThat(held.select("form [data-proof-button]")).hasSize(1);
        AForm kept = AForm.on(held, "sign");
        assertThat(kept.get("city")).isEqualTo("Kiruna");
        assertThat(kept.get("key")).isEqualTo(AForm.KEY);
        assertThat(kept.get("pass")).isEqualTo(held.select("#held").attr("data-proof-token"));
        assertThat(submissions.sent).isEmpty();

        kept.with(
                "pass",
                solved(kept.get("pass"), Integer.parseInt(held.select("#held").attr("data-proof-difficulty"))));
        assertThat(send(kept)).hasStatus(202);
        assertThat(submissions.last().proof()).isNotNull();
    }

    @Test
    void asksWhoeverComesTooEarlyToWaitTheRestUnderTheSameChallenge() {
        askForAProof();
        AForm early = AForm.on(page(send(ofAPerson())), "sign");

        MvcTestResult answer = send(early);
        assertThat(answer).hasStatus(429);
        assertThat(AForm.on(page(answer), "sign").get("pass")).isEqualTo(early.get("pass"));
    }

    @Test
    void keepsTheInterfaceThatWasReadWhateverTheMailIsWrittenIn() {
        Document mistaken =
                page(sendRaw(ofAPerson().with("lang", "sv").with("name", "").encoded(), "ar"));

        assertThat(mistaken.select("html").attr("lang")).isEqualTo("ar");
    }

    @Test
    void asksAgainBeforeAnotherSignatureUnderTheKeyOfOneThatWasTaken() {
        assertThat(send(ofAPerson())).hasStatus(202);
        askForAProof();

        assertThat(send(ofAPerson())).hasStatus(202);
        assertThat(send(ofAPerson().with("email", "eve@example.org"))).hasStatus(429);
        assertThat(submissions.sent)
                .extracting(sent -> sent.signatory().email().value())
                .containsOnly("ada@example.org");
    }

    @Test
    void showsMistakesBeforeItAsksForAProof() {
        askForAProof();

        assertThat(send(ofAPerson().with("name", ""))).hasStatus(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | ltr | One step left | Error: ",
                "sv | ltr | Ett steg kvar | Fel: ",
                "ru | ltr | Остался один шаг | Ошибка: ",
                "kk | ltr | Бір қадам қалды | Қате: ",
                "ar | rtl | بقيت خطوة واحدة | خطأ: ",
            })
    void speaksTheReadersLanguage(String language, String dir, String received, String wrong) {
        Document after = page(sendRaw(ofAPerson().encoded(), language));
        Document mistaken = page(sendRaw(ofAPerson().with("name", "").encoded(), language));

        assertThat(after.select("html").attr("lang")).isEqualTo(language);
        assertThat(after.select("html").attr("dir")).isEqualTo(dir);
        assertThat(after.select("h1").text()).isEqualTo(received);
        assertThat(mistaken.title()).startsWith(wrong);
        assertThat(mistaken.select("form").attr("action")).contains("lang=" + language);
    }

    @Test
    void saysThatThereIsNoSuchAppeal() {
        assertThat(http.post()
                        .uri("/appeals/nobody-wrote-it")
                        .header(HttpHeaders.ACCEPT, BROWSER)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("name=Ada"))
                .hasStatus(404)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
    }

    private void open(AnAppeal described) {
        appeal = described.build();
        appeals.put(appeal);
    }

    private void askForAProof() {
        brakes.put(new Brake(BrakeKind.PROOF_OF_WORK, appeal.slug(), 8, Ports.NOW));
    }

    private MvcTestResult send(AForm form) {
        return sendRaw(form.encoded());
    }

    private MvcTestResult sendRaw(String body) {
        return sendRaw(body, "en");
    }

    private MvcTestResult sendRaw(String body, String language) {
        return http.post()
                .uri("/appeals/{slug}?lang={language}", appeal.slug(), language)
                .header(HttpHeaders.ACCEPT, BROWSER)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body.getBytes(StandardCharsets.US_ASCII))
                .exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String solved(String token, int difficulty) {
        return IntStream.iterate(0, nonce -> nonce + 1)
                .mapToObj(nonce -> token + ":" + nonce)
                .filter(pass -> bits(pass).startsWith("0".repeat(difficulty)))
                .findFirst()
                .orElseThrow();
    }

    private static String bits(String pass) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(pass.getBytes(StandardCharsets.US_ASCII));
            return IntStream.range(0, hash.length)
                    .mapToObj(
                            i -> Integer.toBinaryString(hash[i] & 0xff | 0x100).substring(1))
                    .collect(Collectors.joining());
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

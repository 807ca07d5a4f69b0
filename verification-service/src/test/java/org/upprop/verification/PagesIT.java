package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Signatories.organisation;
import static org.upprop.verification.Signatories.person;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.subethamail.smtp.RejectException;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.identity.AddressKeys;
import org.upprop.verification.link.Code;
import org.upprop.verification.link.Link;
import org.upprop.verification.link.Links;
import org.upprop.verification.link.Token;
import org.upprop.verification.submission.Reception;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do on the pages behind their links, and what comes of it in the database. */
@OnRealInfrastructure
class PagesIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    /** As {@code config/application.yaml} sets it for the tests. */
    private static final String REVIEWER = "a token for the tests";

    private static final MailServer MAIL = MailServer.start();
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private static final Pattern CODE = Pattern.compile("(?m)^\\d{6}(?=\\r?$)");

    private static final String KEPT = """
            submission: signature_id appeal fingerprint recipient appeal_version kind locale source screening signatory
            submission: submitted_at received_at state ended_at review_reason turned_away_at mail_domain lifted_at trace
            entry: entry_id signature_id appeal fingerprint appeal_version kind display locale source signatory released
            entry: confirmed_at listed_at version published_version changed_at evidence on_list waits_since
            entry: publish_after told_on_list
            entry: proposed_signatory proposed_released proposed_display domain name_key
            link: hash signature_id decides_until code tries_before
            mail: mail_id kind signature_id recipient capped state owed_at due_at attempts first_tried_at ended_at urgency
            """;

    private final Fingerprints fingerprints = new Fingerprints(SECRET);
    private final AppealSlug appeal = new AppealSlug("pages-" + UUID.randomUUID());
    private final String address = UUID.randomUUID() + "@example.org";
    private final HttpClient http = HttpClient.newHttpClient();

    private SignatureId latest = SignatureId.random();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reception reception;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Links links;

    @Autowired
    AddressKeys addresses;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.fingerprint.secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void publishTheAppeal() {
        await().atMost(LONG).until(appeals::isComplete);
        kafka.send(AppealRecords.present(Appeals.anAppeal(appeal))).join();
        await().atMost(LONG).until(() -> appeals.find(appeal).isPresent());
    }

    @Test
    void changesNothingWhenFormsAreSentAsTheyAre() {
        Token token = listed(person("Ada Lindqvist", address), "initials");
        String seen = seen(token);
        String before = everything();

        assertThat(post(token, Map.of("action", "display", "seen", seen, "display", "initials")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(303))
                .satisfies(answer -> assertThat(location(answer)).endsWith("done=unchanged"));
        assertThat(location(post(token, with(adasDetails(), "action", "details", "seen", seen))))
                .endsWith("done=unchanged");
        assertThat(post(token, Map.of()).statusCode()).isEqualTo(422);
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            assertThat(send(request("/manage/" + token.value()).method(method, BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void listsACorrectionExactlyAsThePageShowedIt() {
        Token token = listed(person("Ada Lindqvist", address), "initials");
        Map<String, String> corrected =
                with(adasDetails(), "name", "Ada Lindkvist", "role", "", "seen", seen(token), "action", "details");

        HttpResponse<String> preview = post(token, corrected);

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Ada Lindkvist", "A. L.", "not saved yet");
        assertThat(shown()).containsExactly("A. L.");

        assertThat(location(post(token, with(corrected, "action", "save", "display", "full"))))
                .endsWith("done=saved");
        assertThat(shown()).containsExactly("Ada Lindkvist");
        assertThat(column("select released ->> 'role' as value from entry where appeal = ?"))
                .containsExactly("null");
        assertThat(page(token)).contains("Ada Lindkvist").doesNotContain("Lindqvist", "shop steward");
    }

    @Test
    void hidesNoOrganisationWhateverAFormSays() {
        Token token = listed(organisation(address, "https://union.example"), "authorised");

        assertThat(location(post(token, Map.of("action", "display", "seen", seen(token), "display", "hidden"))))
                .endsWith("done=unchanged");
        post(token, Map.of("action", "save", "organisation", "Hamnen", "seen", seen(token), "display", "hidden"));

        assertThat(column("select display as value from entry where appeal = ?"))
                .containsExactly("full");
    }

    @Test
    void keepsWhatWasTypedAndSaysAtItsFieldWhatIsWrong() {
        Token token = listed(person("Ada Lindqvist", address), "full");
        Map<String, String> typed = with(
                adasDetails(),
                "name",
                " ",
                "city",
                "=Göteborg",
                "country",
                "ZZ",
                "action",
                "details",
                "seen",
                seen(token));

        HttpResponse<String> answer = post(token, typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Error:", "value=\"=Göteborg\"", "href=\"#name\"", "href=\"#city\"", "3 things")
                .contains("aria-describedby=\"name-hint name-wrong\"");
        assertThat(post(token, with(typed, "action", "save", "display", "full")).statusCode())
                .isEqualTo(422);
        assertThat(shown()).containsExactly("Ada Lindqvist");
    }

    @Test
    void goesBackToTheFormWithWhatWasTyped() {
        Token token = listed(person("Ada Lindqvist", address), "full");

        HttpResponse<String> answer = post(
                token, with(adasDetails(), "name", "Ada Byron", "seen", seen(token), "action", "save", "back", "back"));

        assertThat(answer.body()).contains("value=\"Ada Byron\"");
        assertThat(shown()).containsExactly("Ada Lindqvist");
    }

    @Test
    void doesNothingThatIsSaidOnAPageThatIsOutOfDate() {
        Token token = listed(person("Ada Lindqvist", address), "full");
        String old = seen(token);
        post(token, Map.of("action", "display", "seen", old, "display", "hidden"));
        assertThat(shown()).containsExactly("null");

        HttpResponse<String> late = post(token, Map.of("action", "display", "seen", old, "display", "full"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(post(token, with(adasDetails(), "action", "details", "seen", old))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(token, with(adasDetails(), "action", "save", "seen", old, "display", "full"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(shown()).containsExactly("null");
    }

    @Test
    void showsWhatWaitsForAReviewerAsWaiting() {
        Token token = listed(organisation(address, "https://union.example"), "authorised");
        assertThat(states()).containsExactly("awaiting-review");
        review("approve", "Known to us");
        Map<String, String> corrected = Map.of("organisation", "Hamnarbetarförbundet", "seen", seen(token));

        assertThat(post(token, with(corrected, "action", "details")).body())
                .contains("Hamnarbetarförbundet", "reviews it before it comes on the list");
        assertThat(location(post(token, with(corrected, "action", "save")))).endsWith("done=review");

        assertThat(page(token))
                .contains("Hamnarbetarna", "Waiting for review", "value=\"Hamnarbetarförbundet\"")
                .doesNotContain("name=\"display\"");
        assertThat(shown()).containsExactly("Hamnarbetarna");
        assertThat(states()).containsExactly("change-awaiting-review");
        assertThat(location(post(token, Map.of("action", "details", "seen", seen(token)))))
                .endsWith("done=unchanged");
    }

    @Test
    void givesItsOwnerEverythingThatIsKept() {
        Token token = listed(person("Ada Lindqvist", address), "initials");

        HttpResponse<String> answer = get("/manage/" + token.value() + "/data");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"signature-" + appeal + ".json\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode data = JsonMapper.shared().readTree(answer.body());
        assertThat(data.at("/state").asString()).isEqualTo("listed");
        assertThat(data.at("/entered/email").asString()).isEqualTo(address);
        assertThat(data.at("/entered/name").asString()).isEqualTo("Ada Lindqvist");
        assertThat(data.at("/entry/shown/name").asString()).isEqualTo("A. L.");
        assertThat(data.at("/entry/display").asString()).isEqualTo("initials");
        assertThat(data.at("/links")).isNotEmpty();
        assertThat(data.at("/mails")).isNotEmpty();
        assertThat(answer.body()).doesNotContain(token.value());
    }

    /** A column that nobody thought of here is one that its owner would not get. */
    @Test
    void knowsEveryColumnInWhichSomethingOfASignatureIsKept() {
        assertThat(jdbc.sql("""
                        select table_name || '.' || column_name as value from information_schema.columns
                        where table_schema = 'public' and table_name in ('submission', 'entry', 'link', 'mail')
                        """).query((row, number) -> row.getString("value")).list())
                .containsExactlyInAnyOrderElementsOf(KEPT.lines()
                        .flatMap(line -> List.of(line.split("[: ]+")).stream()
                                .skip(1)
                                .map(column -> line.substring(0, line.indexOf(':')) + "." + column))
                        .toList());
    }

    @Test
    void letsItsOwnerSeeGetAndDeleteWhatAReviewerTurnedAway() {
        Token token = listed(person("Ada Lindqvist", address), "full");
        review("take-off", "Somebody else");

        assertThat(page(token))
                .contains("Ada Lindqvist", "Delete what I entered")
                .doesNotContain("name=\"seen\"");
        assertThat(get("/manage/" + token.value() + "/data").body()).contains("Somebody else");
        assertThat(location(post(token, Map.of("action", "withdraw")))).contains("/withdrawn?");
        assertThat(column("select count(signatory)::text as value from entry where appeal = ?"))
                .containsExactly("0");

        Token other = listed(person("Grace Hopper", "grace-" + address), List.of("burst"), "full");
        review("reject", "A machine");
        assertThat(page(other))
                .contains("Grace Hopper", "Delete what I entered")
                .doesNotContain("name=\"seen\"");
        assertThat(location(post(other, Map.of("action", "withdraw")))).contains("/withdrawn?");
    }

    @Test
    void tellsNobodysNameOnceTheDecisionIsMade() {
        Token token = token(submit(person("Ada Lindqvist", address), List.of()));

        String thanks = location(send(form("/verify/" + token.value() + "?lang=sv", Map.of("decision", "initials"))));

        assertThat(thanks).isEqualTo("/verify/thanks/" + appeal + "/listed?lang=sv&source=gryning&decision=initials");
        assertThat(get(thanks).body())
                .contains("med dina initialer", "inom en minut", "https://t.me/share", "as=organisation#sign")
                .contains("/appeals/" + appeal + "/mastodon?lang=sv", "lang=\"sv\" dir=\"ltr\"")
                .doesNotContain("Lindqvist", token.value());
        assertThat(location(send(form("/verify/" + token.value(), Map.of("decision", "full")))))
                .isEqualTo(thanks.replace("=sv", "=en"));
    }

    @Test
    void keepsARoleBesideInitialsOfWhoAskedForThat() {
        Token token = token(submit(person("Ada Lindqvist", address), List.of()));
        assertThat(choice("initials-with-role", get("/verify/" + token.value()).body()))
                .contains("A. L.", "shop steward, Sjöfolk 12", "Göteborg, Sweden")
                .doesNotContain("Lindqvist", "checked");

        String thanks = location(send(form("/verify/" + token.value(), Map.of("decision", "initials-with-role"))));

        assertThat(get(thanks).body()).contains("with your initials instead of your name");
        assertThat(shown()).containsExactly("A. L.");
        assertThat(column("select released ->> 'role' as value from entry where appeal = ?"))
                .containsExactly("shop steward");
        JsonNode data = JsonMapper.shared()
                .readTree(get("/manage/" + token.value() + "/data").body());
        assertThat(data.at("/entry/display").asString()).isEqualTo("initials-with-role");
        assertThat(location(
                        post(token, Map.of("action", "display", "display", "initials-with-role", "seen", seen(token)))))
                .endsWith("done=unchanged");
        post(token, Map.of("action", "display", "display", "initials", "seen", seen(token)));
        assertThat(column("select released ->> 'role' as value from entry where appeal = ?"))
                .containsExactly("null");
        post(token, Map.of("action", "display", "display", "initials-with-role", "seen", seen(token)));
        assertThat(column("select released ->> 'role' as value from entry where appeal = ?"))
                .containsExactly("shop steward");
    }

    @Test
    void offersAndTakesNoRoleBesideInitialsWhereNothingWouldStandThere() {
        Token token = token(submit(person("Ada Lindqvist", address, null, null, null), List.of()));

        HttpResponse<String> answer = send(form("/verify/" + token.value(), Map.of("decision", "initials-with-role")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("initials-with-role");
        assertThat(column("select state as value from submission where appeal = ?"))
                .containsExactly("pending");
    }

    @Test
    void leavesPlainInitialsWhenTheLastThatStoodBesideThemIsTakenOut() {
        Token token = listed(person("Ada Lindqvist", address, "cook", null, null), "initials-with-role");
        Map<String, String> without =
                with(adasDetails(), "role", "", "affiliation", "", "city", "", "seen", seen(token));

        HttpResponse<String> preview = post(token, with(without, "action", "details"));

        assertThat(preview.body()).doesNotContain("initials-with-role");
        assertThat(choice("initials", preview.body())).contains("checked").doesNotContain("cook");
        post(token, with(without, "action", "save", "display", "initials-with-role"));
        assertThat(column("select display as value from entry where appeal = ?"))
                .containsExactly("initials");
        assertThat(page(token)).doesNotContain("initials-with-role");
        String again = post(token, with(without, "action", "details", "role", "pilot", "seen", seen(token)))
                .body();
        assertThat(choice("initials-with-role", again)).contains("pilot").doesNotContain("checked");
        assertThat(choice("initials", again)).contains("checked");
    }

    @Test
    void mailsEachOwnLinkToWhoAsksAndNoneToWhoNeverSigned() {
        listed(person("Ada Lindqvist", address), "initials");
        submit(organisation(address, "https://union.example"), List.of());
        letEveryMailGo();
        String stranger = "stranger-" + address;

        HttpResponse<String> known = ask(address);
        HttpResponse<String> unknown = ask(stranger);

        assertThat(List.of(known.statusCode(), unknown.statusCode())).containsOnly(202);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        await().atMost(LONG).untilAsserted(() -> assertThat(linkMails()).hasSize(2));
        letEveryMailGo();
        assertThat(MAIL.to(address).stream()
                        .map(MailServer.Mail::source)
                        .filter(mail -> mail.contains("The link to your signature")))
                .hasSize(2)
                .anyMatch(mail -> mail.contains("/manage/") && mail.contains("A. L."))
                .anyMatch(mail -> mail.contains("/verify/") && mail.contains("Hamnarbetarna"));
        assertThat(MAIL.to(stranger)).isEmpty();
        assertThat(column("select recipient as value from link_request where appeal = ?"))
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from recipient where address_key = ?")
                        .param(addresses.of(new EmailAddress(stranger)).value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksForLinksOnAPageThatSaysTheSameToEverybody() {
        assertThat(get("/links?lang=en").body()).contains("/links/" + appeal);
        assertThat(get("/links/" + appeal).body()).contains("name=\"email\"");

        HttpResponse<String> wrong = send(form("/links/" + appeal, Map.of("email", "ada@")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"ada@\"", "href=\"#email\"");

        String asked = location(send(form("/links/" + appeal, Map.of("email", address))));
        assertThat(asked).isEqualTo("/links/" + appeal + "/asked?lang=en");
        assertThat(get(asked).body()).contains("Look into your mailbox").doesNotContain(address);
        assertThat(get("/links/no-such-appeal").statusCode()).isEqualTo(404);
        assertThat(ask("").statusCode()).isEqualTo(422);
    }

    @Test
    void saysTheSameOfEveryLinkThatDoesNotWork() {
        Token ended = token(submit(person("Ada Lindqvist", address), List.of()));
        jdbc.sql("update link set decides_until = now() - interval '1 day' where hash = ?")
                .param(ended.hash())
                .update();

        String unknown = get("/verify/" + Token.random().value()).body();

        assertThat(unknown).contains("/links?lang=en", "/?lang=en");
        assertThat(get("/verify/" + ended.value()).body()).isEqualTo(unknown);
        assertThat(get("/verify/damaged").body()).isEqualTo(unknown);
        assertThat(get("/manage/damaged").body()).isEqualTo(unknown);
        assertThat(get("/manage/damaged/data").body()).isEqualTo(unknown);
    }

    @Test
    void carriesOnTheSiteThatTheSignatureCameThrough() {
        Token token = token(submit(person("Ada Lindqvist", address), List.of()));
        String appealsPage = "/appeals/" + appeal + "?lang=en&amp;source=" + Appeals.SOURCE;
        assertThat(get("/verify/" + token.value()).body()).contains(appealsPage);

        String thanks = location(send(form("/verify/" + token.value(), Map.of("decision", "full"))));

        assertThat(get(thanks).body()).contains(appealsPage + "&amp;as=organisation");
        assertThat(get(thanks.replace(Appeals.SOURCE, "elsewhere")).body()).doesNotContain("elsewhere", "source=");
        Token union =
                token(submit(organisation(UUID.randomUUID() + "@example.org", "https://union.example"), List.of()));
        String review = location(send(form("/verify/" + union.value(), Map.of("decision", "authorised"))));
        assertThat(get(review).body()).contains(appealsPage + "&amp;as=individual");
    }

    @Test
    void asksNobodyAtRiskWhereTheyLiveNorToPassItOn() {
        beAtRisk(true);
        Token token = token(submit(person("Ada Lindqvist", address), List.of()));

        String decision = get("/verify/" + token.value()).body();
        assertThat(decision.indexOf("value=\"hidden\"")).isLessThan(decision.indexOf("value=\"full\""));
        assertThat(choice("initials-with-role", decision))
                .contains("A. L.", "shop steward")
                .doesNotContain("Göteborg", "Sweden");
        String thanks = get(location(send(form("/verify/" + token.value(), Map.of("decision", "full")))))
                .body();

        assertThat(thanks)
                .contains("as a rule once a day")
                .doesNotContain("within a minute", "t.me", "wa.me", "mailto:");
        assertThat(page(token))
                .contains("id=\"role\"", "As a rule within a day, the list shows it like this:")
                .doesNotContain("id=\"city\"", "id=\"country\"");
        post(token, Map.of("action", "save", "name", "Ada Byron", "display", "full", "seen", seen(token)));
        assertThat(column("select signatory ->> 'city' as value from entry where appeal = ?"))
                .containsExactly("Göteborg");
        assertThat(shown()).containsExactly("Ada Byron");
    }

    @Test
    void keepsEveryPageOfALinkToItsReader() {
        String token = listed(person("Ada Lindqvist", address), "full").value();

        for (String path : List.of("/verify/" + token, "/manage/" + token, "/verify/" + "A".repeat(43))) {
            HttpHeaders headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        }
    }

    @Test
    void listsNoPlaceThatThePageOfTheDecisionDidNotShow() {
        beAtRisk(true);
        Token token = token(submit(person("Ada Lindqvist", address), List.of()));
        String page = get("/verify/" + token.value()).body();
        assertThat(page).contains("name=\"withheld\" value=\"places\"", "name=\"withheld\" value=\"comment\"");
        assertThat(choice("full", page)).doesNotContain("Göteborg", "Sweden");
        beAtRisk(false);

        send(form("/verify/" + token.value(), Map.of("decision", "full", "withheld", "places")));

        assertThat(shown()).containsExactly("Ada Lindqvist");
        assertThat(column("select released ->> 'city' as value from entry where appeal = ?"))
                .containsExactly("null");
        assertThat(column("select released ->> 'country' as value from entry where appeal = ?"))
                .containsExactly("null");
    }

    @Test
    void savesNothingThatAPageSaidWhoseChoicesTheAppealShowsOtherwiseSince() {
        beAtRisk(true);
        Token token = listed(person("Ada Lindqvist", address), "full");
        assertThat(choice("initials", page(token))).doesNotContain("Sweden");
        Map<String, String> said = Map.of("action", "display", "display", "initials", "seen", seen(token));
        beAtRisk(false);

        HttpResponse<String> answer = post(token, said);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("was changed");
        assertThat(shown()).containsExactly("Ada Lindqvist");
        assertThat(post(token, with(said, "seen", seen(token))).statusCode()).isEqualTo(303);
        assertThat(shown()).containsExactly("A. L.");
    }

    private void beAtRisk(boolean atRisk) {
        Policy policy = new Policy(Policy.Organisations.REVIEW, Policy.Comments.OFF, false, atRisk, false);
        kafka.send(AppealRecords.present(Appeals.anAppeal(appeal, policy))).join();
        await().atMost(LONG).until(() -> appeals.get(appeal).policy().atRisk() == atRisk);
    }

    @Test
    void speaksTheLanguageThatIsAskedForAndRunsItsWay() {
        Token token = listed(person("Ada Lindqvist", address), "full");

        assertThat(page(token)).contains("<html lang=\"en\" dir=\"ltr\">", "href=\"?lang=ar\"");
        HttpResponse<String> arabic = get("/manage/" + token.value() + "?lang=ar");
        assertThat(arabic.body()).contains("<html lang=\"ar\" dir=\"rtl\">", "توقيعك", "action=\"?lang=ar\"");
        assertThat(arabic.headers().firstValue("Content-Language")).hasValue("ar");
        assertThat(location(send(form(
                        "/manage/" + token.value() + "?lang=ar",
                        Map.of("action", "display", "display", "hidden", "seen", seen(token))))))
                .contains("lang=ar");
    }

    @Test
    void opensTheDecisionToWhoeverTypesTheCodeOfTheMail() {
        SignatureId signature = submit(person("Ada Lindqvist", address), List.of());
        String code = codeMailed();

        HttpResponse<String> answer = type(signature, " " + code.substring(0, 3) + " " + code.substring(3));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get(location(answer)).body()).contains("Ada Lindqvist", "name=\"decision\"");
        assertThat(column("select state as value from submission where appeal = ?"))
                .containsExactly("pending");
        assertThat(send(form(location(answer), Map.of("decision", "full"))).statusCode())
                .isEqualTo(303);
        assertThat(shown()).containsExactly("Ada Lindqvist");
        assertThat(type(signature, code).statusCode()).isEqualTo(422);
    }

    @Test
    void letsEachMailsCodeBeTriedFiveTimes() {
        SignatureId signature = submit(person("Ada Lindqvist", address), List.of());
        Link first = links.make(signature, Duration.ofDays(1));
        Code code = Objects.requireNonNull(first.code());
        for (int tries = 0; tries < 5; tries++) {
            assertThat(type(signature, wrong(code)).statusCode()).isEqualTo(422);
        }

        assertThat(type(signature, code.digits()).statusCode()).isEqualTo(422);
        jdbc.sql("update code_try set tried_at = now() - interval '16 days' where signature_id = ?")
                .param(signature.value())
                .update();
        links.purgeTries(1_000);
        assertThat(type(signature, code.digits()).statusCode())
                .as("an open code's tries are kept")
                .isEqualTo(422);
        assertThat(get("/verify/" + first.token().value()).body()).contains("name=\"decision\"");

        Code later =
                Objects.requireNonNull(links.make(signature, Duration.ofDays(1)).code());
        for (int tries = 0; tries < 4; tries++) {
            assertThat(type(signature, wrong(later)).statusCode()).isEqualTo(422);
        }
        assertThat(type(signature, later.digits()).statusCode()).isEqualTo(303);
        assertThat(type(signature, later.digits()).statusCode()).isEqualTo(422);
    }

    @Test
    void knowsNoCodeOfAMailThatNobodyTook() {
        MAIL.refuse(to -> to.equals(address) ? Optional.of(new RejectException(451, "Later")) : Optional.empty());
        SignatureId signature = submit(person("Ada Lindqvist", address), List.of());
        await().atMost(LONG).until(() -> column("""
                        select m.state as value from mail m join submission s using (signature_id)
                        where s.appeal = ? and m.attempts >= 3
                        """).size() == 1);

        assertThat(jdbc.sql("select count(code) from link where signature_id = ?")
                        .param(signature.value())
                        .query(Integer.class)
                        .single())
                .as("but for one that may be on its way just now")
                .isLessThanOrEqualTo(1);
        MAIL.refuse(to -> Optional.empty());
    }

    @Test
    void saysTheSameOfEveryCodeThatDoesNotWork() {
        SignatureId pending = submit(person("Ada Lindqvist", address), List.of());
        Code code =
                Objects.requireNonNull(links.make(pending, Duration.ofDays(1)).code());
        String unknown = type(SignatureId.random(), code.digits()).body();

        assertThat(unknown).contains("<title>Error:", "aria-invalid=\"true\"").doesNotContain(code.digits());
        assertThat(type(pending, wrong(code)).body()).isEqualTo(unknown);
        listed(person("Eve Lindqvist", "eve-" + address), "full");
        assertThat(type(latest, code.digits()).body()).isEqualTo(unknown);
        assertThat(type(pending, "12 34").body())
                .contains("Type the six digits")
                .doesNotContain("12 34");
        assertThat(get("/verify/code/" + pending + "?lang=ar").body()).contains("dir=\"rtl\"", "one-time-code");
        assertThat(get("/verify/code/1").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> type(SignatureId signature, String code) {
        return send(form("/verify/code/" + signature, Map.of("code", code)));
    }

    private static String wrong(Code code) {
        return (code.digits().startsWith("0") ? "1" : "0") + code.digits().substring(1);
    }

    private String codeMailed() {
        await().atMost(LONG).until(() -> !MAIL.to(address).isEmpty());
        Matcher code = CODE.matcher(MAIL.to(address).getFirst().source());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private HttpResponse<String> ask(String email) {
        return send(request("/api/v1/appeals/" + appeal + "/links")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("email", email)))));
    }

    /** However often somebody got one lately. */
    private void letEveryMailGo() {
        await().atMost(LONG).until(() -> {
            jdbc.sql("update recipient set open_at = '-infinity', recent_mails = '{}'")
                    .update();
            jdbc.sql("update mail set due_at = now() where state = 'owed' and due_at > now() and attempts = 0")
                    .update();
            return column("""
                    select m.state as value from mail m join submission s using (signature_id)
                    where s.appeal = ? and m.state = 'owed'
                    """).isEmpty();
        });
    }

    private List<String> linkMails() {
        return column("""
                select m.state as value from mail m join submission s using (signature_id)
                where s.appeal = ? and m.kind = 'links'
                """);
    }

    /** What a page says of one choice. */
    private static String choice(String word, String page) {
        int from = page.indexOf("id=\"" + word + "\"");
        assertThat(from).isPositive();
        int to = page.indexOf("<div class=\"choice\">", from);
        return page.substring(from, to < 0 ? page.indexOf("</fieldset>", from) : to);
    }

    private Token listed(Signatory signatory, String decision) {
        return listed(signatory, List.of(), decision);
    }

    private Token listed(Signatory signatory, List<String> screening, String decision) {
        Token token = token(submit(signatory, screening));
        confirmations.decide(token, decision);
        return token;
    }

    private SignatureId submit(Signatory signatory, List<String> screening) {
        SignatureSubmitted submitted = new SignatureSubmitted(
                SignatureId.random(),
                appeal,
                1,
                signatory.kind(),
                fingerprints.of(appeal, signatory),
                "en",
                Appeals.SOURCE,
                Instant.now(),
                screening,
                null,
                signatory);
        reception.take(List.of(submitted));
        latest = submitted.signatureId();
        return latest;
    }

    private Token token(SignatureId signature) {
        return links.make(signature, Duration.ofDays(1)).token();
    }

    private void review(String decision, String reason) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("decision", decision, "reason", reason));
        assertThat(send(request("/api/v1/reviews/" + latest)
                                .header("Authorization", "Bearer " + REVIEWER)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Map<String, String> adasDetails() {
        return Map.of(
                "name",
                "Ada Lindqvist",
                "role",
                "shop steward",
                "affiliation",
                "Sjöfolk 12",
                "city",
                "Göteborg",
                "country",
                "SE");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private String seen(Token token) {
        return SEEN.matcher(page(token)).results().findFirst().orElseThrow().group(1);
    }

    private String page(Token token) {
        HttpResponse<String> answer = get("/manage/" + token.value());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Whether the list has it already, or will when its window ends. */
    private List<String> shown() {
        return column("select released ->> 'name' as value from entry"
                + " where appeal = ? and (on_list or publish_after is not null)");
    }

    private List<String> states() {
        return column("select state as value from submission where appeal = ?");
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql)
                .param(appeal.value())
                .query((row, number) -> String.valueOf(row.getString("value")))
                .list();
    }

    /** Every row of this appeal, whatever stands in it; links apart, since a test makes some. */
    private String everything() {
        return column("""
                select to_jsonb(s) || to_jsonb(e) - 'published_version' - 'told_on_list' as value
                from submission s join entry e using (signature_id)
                where s.appeal = ?
                """).toString();
    }

    private HttpResponse<String> post(Token token, Map<String, String> fields) {
        return send(form("/manage/" + token.value(), fields));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
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
}

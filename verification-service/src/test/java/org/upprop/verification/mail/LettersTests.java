package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.Website;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;
import org.upprop.verification.Appeals;
import org.upprop.verification.Signatories;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.link.Code;
import org.upprop.verification.link.Link;
import org.upprop.verification.link.Token;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Released;

/** Every mail in every language; they are written to {@code target/letters}, to be looked at. */
class LettersTests {

    private static final AppealSlug SLUG = new AppealSlug("free-them");
    private static final Appeal APPEAL = Appeals.anAppeal(SLUG);
    private static final Appeal AT_RISK =
            Appeals.anAppeal(SLUG, new Policy(Policy.Organisations.REVIEW, Policy.Comments.OFF, false, true, false));
    private static final Signatory ADA = Signatories.person("Ада <b>Лавлейс</b>", "ada@example.org");
    private static final Signatory UNION = new Signatory.Organisation(
            new OrganisationName("R&D <Union> " + "of many words ".repeat(12).strip()),
            new EmailAddress("ada@example.org"),
            new Website("https://union.example/?of=many&words"),
            OrganisationType.TRADE_UNION,
            new Country("SE"),
            new Signatory.Contact(new PersonName("Rut Berg"), new Detail("secretary")),
            true,
            new OrganisationName("Mother <Union>"),
            "2022-01");
    private static final Link LINK =
            new Link(new Token("A".repeat(43)), Instant.parse("2026-12-08T14:00:00Z"), new Code("012345"));
    private static final URI HERE = URI.create("https://upprop.example");
    private static final Path LOOKED_AT = Path.of("target", "letters");

    private final Letters letters = new Letters(
            new PublicUrls(HERE, HERE, HERE),
            new MailProperties(
                    "noreply@upprop.example",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofHours(1),
                    Duration.ofSeconds(30)));

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMail")
    void isWholeAndPlainInTextAndHtml(MailKind kind, String language) throws IOException {
        Letter letter = write(kind, language, APPEAL);
        keep(letter, kind.id() + "_" + language);

        assertThat(letter.subject()).contains("Title").doesNotContain("\n");
        assertThat(letter.language()).isEqualTo(language);
        String link = "https://upprop.example/" + (kind.asks() ? "verify" : "manage") + "/" + "A".repeat(43);
        assertThat(letter.text()).contains(link + "\n", "Ада <b>Лавлейс</b>", "privacy@alliance.example");

        assertThat(letter.text().contains("\n012345\n"))
                .isEqualTo(kind == MailKind.CONFIRM)
                .isEqualTo(letter.html().contains("012345"));

        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document html = parser.parseInput(letter.html(), "");
        assertThat(parser.getErrors()).isEmpty();
        assertThat(html.select("html").attr("lang")).isEqualTo(language);
        assertThat(html.select("html").attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        assertThat(html.select("a").eachAttr("href")).containsOnly(link);
        assertThat(html.select("img, link, script, iframe, form, style, b")).isEmpty();
        assertThat(letter.html()).doesNotContain("url(", "@import");
        assertThat(html.text()).contains("Ада <b>Лавлейс</b>");
    }

    /** Written for the check of the markup, and to be looked at. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMail")
    void saysAsMuchToAnOrganisationAndToWhomTheListHides(MailKind kind, String language) throws IOException {
        Letter toUnion = write(kind, language, APPEAL, UNION, ChosenDisplay.FULL);
        keep(toUnion, "organisation-" + kind.id() + "_" + language);
        assertThat(toUnion.text()).contains("R&D <Union>");

        Letter toHidden = write(kind, language, APPEAL, ADA, ChosenDisplay.HIDDEN);
        keep(toHidden, "hidden-" + kind.id() + "_" + language);
        if (!kind.asks()) {
            assertThat(toHidden.text()).doesNotContain("Лавлейс");
        }
    }

    private static void keep(Letter letter, String name) throws IOException {
        Files.createDirectories(LOOKED_AT);
        Files.writeString(LOOKED_AT.resolve(name + ".html"), letter.html());
        Files.writeString(LOOKED_AT.resolve(name + ".txt"), letter.text());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMail")
    void saysNothingInTheSubjectWhereSignatoriesAreAtRisk(MailKind kind, String language) {
        Letter letter = write(kind, language, AT_RISK);
        assertThat(letter.subject()).isNotBlank().doesNotContain("Title", "Ада");
        assertThat(letter.from()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"LISTED", "APPROVED", "PUT_BACK"})
    void saysOfAListWhoseNamesAreHeldWhenTheyComeOnIt(MailKind kind) throws IOException {
        for (Words words : LetterWords.WORDS.all()) {
            Letter held = write(kind, words.tag(), AT_RISK);
            keep(held, "held-" + kind.id() + "_" + words.tag());
            assertThat(write(kind, words.tag(), APPEAL)
                            .text()
                            .lines()
                            .filter(line -> !held.text().contains(line)))
                    .as(words.tag())
                    .hasSize(1);
        }

        assertThat(write(kind, "en", AT_RISK).text())
                .contains("It comes on the list like this")
                .doesNotContain("It is shown", "stands on");
        assertThat(write(kind, "en", APPEAL).text()).contains("It is shown like this:");
    }

    @Test
    void saysWhyAReviewerDecidedSo() {
        assertThat(write(MailKind.REJECTED, "en", APPEAL).text()).contains("The reason given:\nNot <authorised>\n");
        assertThat(write(MailKind.REJECTED, "en", APPEAL).html()).contains("Not &lt;authorised&gt;");
        assertThat(write(MailKind.LISTED, "en", APPEAL).text()).doesNotContain("The reason given");
    }

    private Letter write(MailKind kind, String language, Appeal appeal) {
        return write(kind, language, appeal, ADA, ChosenDisplay.FULL);
    }

    private Letter write(MailKind kind, String language, Appeal appeal, Signatory signatory, ChosenDisplay display) {
        boolean reviewed = List.of(MailKind.REJECTED, MailKind.CHANGE_REJECTED, MailKind.TAKEN_OFF)
                .contains(kind);
        TakenMail mail = new TakenMail(
                UUID.randomUUID(),
                kind,
                1,
                SignatureId.random(),
                new AddressKey("A".repeat(43)),
                SLUG,
                language,
                signatory,
                kind.asks() ? null : Released.of(signatory, display, false),
                reviewed ? "Not <authorised>" : null);
        return letters.write(mail, signatory, appeal, LINK);
    }

    private static Stream<Arguments> everyMail() {
        return Stream.of(MailKind.values())
                .flatMap(
                        kind -> LetterWords.WORDS.all().stream().map(Words::tag).map(tag -> Arguments.of(kind, tag)));
    }
}

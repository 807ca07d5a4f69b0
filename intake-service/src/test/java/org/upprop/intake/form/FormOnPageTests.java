package org.upprop.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.appeal.Appeal;
import org.upprop.intake.AnAppeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports;
import org.upprop.intake.Ports.AppealsInMemory;

/** The form as it stands on an appeal's page before anybody has typed anything. */
@OverHttp
class FormOnPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    private Appeal appeal = anAppeal().build();

    @BeforeEach
    void anOpenAppeal() {
        open(anAppeal());
    }

    @Test
    void ticksNothingBeforehandAndSignsForAPersonUnlessAskedOtherwise() {
        assertThat(page("lang=en").select("form [checked]").eachAttr("value")).containsExactly("individual");
        assertThat(page("lang=en&as=organisation").select("form [checked]").eachAttr("value"))
                .containsExactly("organisation");
        assertThat(page("lang=en&as=<script>").select("form [checked]").eachAttr("value"))
                .containsExactly("individual");
    }

    @Test
    void showsInFullWhatIsAgreedToAndWhichVersionOfItInTheReadersLanguage() {
        Document page = page("lang=pt-BR");

        assertThat(page.select("#consent-text").text()).isEqualTo("Sim");
        assertThat(page.select("#consent-text").attr("lang")).isEqualTo("pt-BR");
        assertThat(page.select("#consent-heading").text()).contains("2");
        assertThat(page.select("#consent").val()).isEqualTo("2");
        assertThat(page("lang=ar").select("#consent-text").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void saysBesideTheButtonWhoPublishesTheNameAndThatTheAddressStaysHidden() {
        assertThat(page("lang=en").select(".promises").text())
                .isEqualTo("The name that you sign with is published by Gruppen Gryning."
                        + " Your e-mail address is shown to nobody. You can take your name back at any time.");
        assertThat(page("lang=en").select(".privacy a").attr("href"))
                .isEqualTo("/appeals/" + appeal.slug() + "/privacy?lang=en");
    }

    @Test
    void saysThatAnAffiliationIsNoSignature() {
        Document page = page("lang=en");

        assertThat(page.select("#affiliation-hint").text()).contains("The organisation itself has not signed by it.");
        assertThat(page.select("#affiliation").attr("aria-describedby")).isEqualTo("affiliation-hint");
    }

    @Test
    void offersEveryCountryInTheOrderOfTheLanguageWithKosovoAndSilenceFirst() {
        List<String> swedish = page("lang=sv").select("#country option").eachText();

        assertThat(swedish).startsWith("Vill inte uppge", "Afghanistan").contains("Kosovo", "Kazakstan");
        assertThat(swedish.indexOf("Åland")).isLessThan(swedish.indexOf("Österrike"));
        assertThat(swedish.indexOf("Zimbabwe")).isLessThan(swedish.indexOf("Åland"));
        assertThat(page("lang=ar").select("#country option[value=XK]").text()).isEqualTo("كوسوفو");
        assertThat(page("lang=sv").select("#country option").first().val()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name,name",
        "email,email",
        "organisation,organization",
        "role,organization-title",
        "affiliation,organization",
        "city,address-level2",
        "country,country",
        "website,url",
        "contactName,name",
        "contactRole,organization-title",
        "subject,off"
    })
    void letsBrowsersFillInWhatTheyKnow(String field, String token) {
        assertThat(page("lang=en").select("#" + field).attr("autocomplete")).isEqualTo(token);
    }

    @Test
    void letsEveryFieldBeTypedInItsOwnDirectionAndCutsNothing() {
        Document page = page("lang=ar");

        assertThat(page.select("#name, #organisation, #city, #role, #affiliation, #parent, #contactName")
                        .eachAttr("dir"))
                .hasSize(7)
                .containsOnly("auto");
        assertThat(page.select("#email, #website").eachAttr("dir")).containsExactly("ltr", "ltr");
        assertThat(page.select("[maxlength], [required]")).isEmpty();
        assertThat(page.select("#email").attr("inputmode")).isEqualTo("email");
    }

    @Test
    void namesEveryFieldThatPeopleSee() {
        Document page = page("lang=en");

        assertThat(page.select("form input:not([type=hidden]), form select, form textarea"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(
                                page.select("label[for=" + field.id() + "]").text())
                        .as(field.id())
                        .isNotBlank());
    }

    @Test
    void keepsTheTrapOutOfSightAndReach() {
        Document page = page("lang=en");

        assertThat(page.select("#subject").attr("tabindex")).isEqualTo("-1");
        assertThat(page.select("#subject").parents().select("[aria-hidden=true]"))
                .hasSize(1);
    }

    @Test
    void asksPeopleInDangerNotWhereTheyLive() {
        open(anAppeal().atRisk());
        Document page = page("lang=en");

        assertThat(page.select("#city")).isEmpty();
        assertThat(page.select("#country").first().closest(".field").hasClass("of-organisation"))
                .isTrue();
    }

    @Test
    void asksForACommentOnlyWhereOneIsTaken() {
        assertThat(page("lang=en").select("#comment")).isEmpty();
        open(anAppeal().takingComments());
        assertThat(page("lang=en").select("#comment")).hasSize(1);
    }

    @Test
    void carriesOnWhereItWasOpened() {
        Document page = page("lang=kk&source=gryning");

        assertThat(page.select("[name=appealVersion]").val()).isEqualTo("2");
        assertThat(page.select("[name=source]").val()).isEqualTo("gryning");
        assertThat(page.select("[name=lang]").val()).isEqualTo("kk");
        assertThat(page.select("[name=opened]").val()).isEqualTo(String.valueOf(Ports.NOW.toEpochMilli()));
        assertThat(page("lang=kk&source=nobody").select("[name=source]").val()).isEmpty();
    }

    @Test
    void gives128RandomBitsToEachFormAndLetsNoCacheShareThem() {
        String key = page("lang=en").select("[name=key]").val();

        assertThat(key)
                .matches("[A-Za-z0-9_-]{22}")
                .isNotEqualTo(page("lang=en").select("[name=key]").val());
        assertThat(http.get().uri("/appeals/{slug}", appeal.slug()))
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control",
                        control -> assertThat(control.toString()).contains("private"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "ru", "kk", "ar"})
    void isSmall(String language) {
        assertThat(html("lang=" + language).length).isLessThan(40 * 1024);
    }

    @Test
    void isNotThereWhenNobodyCanSign() {
        open(anAppeal().closed());

        assertThat(page("lang=en").select("form")).isEmpty();
    }

    private void open(AnAppeal described) {
        appeal = described.build();
        appeals.put(appeal);
    }

    private Document page(String query) {
        return Jsoup.parse(new String(html(query), StandardCharsets.UTF_8));
    }

    private byte[] html(String query) {
        return http.get()
                .uri("/appeals/{slug}?" + query, appeal.slug())
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }
}

package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.ListPlace;
import org.upprop.signature.OrganisationType;

class CursorsTests {

    private static final AppealSlug BREAD = new AppealSlug("bread");
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final ListPlace PERSON =
            new ListPlace.AfterIndividual(Instant.parse("2022-01-12T09:30:15.123456Z"), ID);

    private final Cursors cursors = withKey(1);

    @Test
    void leadsBackToThePlaceBehindAnOrganisation() {
        ListPlace place = new ListPlace.AfterOrganisation(
                OrganisationType.NGO, "Қазақстан  мұнайшылары", "Ақтөбе\nмұнайшылары ", ID);

        assertThat(cursors.read(BREAD, written(place))).isEqualTo(place);
    }

    @Test
    void leadsBackToThePlaceBehindAPersonToTheMicrosecond() {
        assertThat(cursors.read(BREAD, written(PERSON))).isEqualTo(PERSON);
        assertThat(withKey(1).write(BREAD, PERSON)).isEqualTo(written(PERSON));
    }

    @Test
    void beginsWhereNoneIsGivenAndGivesNoneAtTheEnd() {
        assertThat(cursors.read(BREAD, null)).isEqualTo(ListPlace.START);
        assertThat(cursors.read(BREAD, "")).isEqualTo(ListPlace.START);
        assertThat(cursors.write(BREAD, null)).isNull();
    }

    @Test
    void tellsNobodyWhoStandsThereAndSinceWhen() {
        String bytes = new String(Base64.getUrlDecoder().decode(written(PERSON)), StandardCharsets.ISO_8859_1);

        assertThat(bytes).doesNotContain("0f8fad5b").doesNotContain("1641979815");
    }

    @Test
    void refusesWhatIsOfAnotherListOrKeyOrWasChangedAnywhere() {
        refuses(new AppealSlug("peace"), written(PERSON));
        refuses(BREAD, Objects.requireNonNull(withKey(2).write(BREAD, PERSON)));
        byte[] bytes = Base64.getUrlDecoder().decode(written(PERSON));
        for (int place = 0; place < bytes.length; place++) {
            bytes[place] ^= 1;
            refuses(BREAD, Base64.getUrlEncoder().encodeToString(bytes));
            bytes[place] ^= 1;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "a", "not base64!", "____", "жж", "aSAwZjhmYWQ1Yi1kOWNiLTQ2OWYtYTE2NS03MDg2NzcyODk1MGUgMQ"})
    void refusesWhatItDidNotWrite(String forged) {
        refuses(BREAD, forged);
    }

    private String written(ListPlace place) {
        return Objects.requireNonNull(cursors.write(BREAD, place));
    }

    private void refuses(AppealSlug appeal, String cursor) {
        assertThatExceptionOfType(InvalidParameter.class)
                .isThrownBy(() -> cursors.read(appeal, cursor))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
                    assertThat(refused.parameter()).isEqualTo("after");
                });
    }

    private static Cursors withKey(int first) {
        byte[] key = new byte[64];
        key[0] = (byte) first;
        SecretKey secret = new SecretKeySpec(key, "AES");
        return new Cursors(() -> secret);
    }
}

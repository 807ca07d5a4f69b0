package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.upprop.publication.list.ListPlace;

class CursorTests {

    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    @Test
    void leadsBackToThePlaceBehindAnOrganisation() {
        ListPlace place = new ListPlace.AfterOrganisation("Қазақстан  мұнайшылары", ID);

        assertThat(Cursor.read(Cursor.of(place))).isEqualTo(place);
    }

    @Test
    void leadsBackToThePlaceBehindAPersonToTheMicrosecond() {
        ListPlace place = new ListPlace.AfterIndividual(Instant.parse("2022-01-12T09:30:15.123456Z"), ID);

        assertThat(Cursor.read(Cursor.of(place))).isEqualTo(place);
    }

    @Test
    void isAbsentAtTheEnd() {
        assertThat(Cursor.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o",
                "x 0f8fad5b-d9cb-469f-a165-70867728950e name",
                "o not-an-id name",
                "o 0f8fad5b-d9cb-469f-a165-70867728950e na\0me",
                "i 0f8fad5b-d9cb-469f-a165-70867728950e yesterday",
                "i 0f8fad5b-d9cb-469f-a165-70867728950e -1",
                "i 0f8fad5b-d9cb-469f-a165-70867728950e 9223372036854775807",
                "i 0f8fad5b-d9cb-469f-a165-70867728950e 99999999999999999999"
            })
    void refusesWhatItDidNotMake(String forged) {
        refuses(Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a", "not base64!", "____", "жж"})
    void refusesWhatIsNoTextAtAll(String forged) {
        refuses(forged);
    }

    private static void refuses(String cursor) {
        assertThatExceptionOfType(InvalidParameter.class)
                .isThrownBy(() -> Cursor.read(cursor))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
                    assertThat(refused.parameter()).isEqualTo("after");
                });
    }
}

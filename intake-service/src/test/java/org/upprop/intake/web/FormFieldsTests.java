package org.upprop.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTests {

    @Test
    void readWhatBrowsersWrite() {
        assertThat(read("name=%D0%90%D0%B9%D0%B3%D0%B5%D1%80%D1%96%D0%BC+N.&city=&flag&a%3Db=c%26d&comment=1%0D%0A2"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "name", List.of("Айгерім N."),
                        "city", List.of(""),
                        "flag", List.of(""),
                        "a=b", List.of("c&d"),
                        "comment", List.of("1\r\n2")));
    }

    @Test
    void readLettersThatWereNotEncoded() {
        assertThat(read("name=Åsa")).containsEntry("name", List.of("Åsa"));
    }

    @Test
    void keepTwoFieldsOfOneNameInTheirOrder() {
        assertThat(read("kind=individual&kind=organisation"))
                .containsEntry("kind", List.of("individual", "organisation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%", "name=%4", "name=%zz", "name=%C3", "name=%ff", "%C3%28=x", "name=%ED%A0%80"})
    void refuseWhatIsNoUtf8AndRepeatNothingOfIt(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("name");
    }

    private static Map<String, List<String>> read(String body) {
        return FormFields.in(new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}

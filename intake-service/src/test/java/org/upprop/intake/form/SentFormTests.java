package org.upprop.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentFormTests {

    @Test
    void readsWhatBrowsersWrite() {
        SentForm form =
                read("name=%D0%90%D0%B9%D0%B3%D0%B5%D1%80%D1%96%D0%BC+N.&city=&flag&a%3Db=c%26d&comment=1%0D%0A2");

        assertThat(form.text("name")).isEqualTo("Айгерім N.");
        assertThat(form.text("city")).isEmpty();
        assertThat(form.text("flag")).isEmpty();
        assertThat(form.text("a=b")).isEqualTo("c&d");
        assertThat(form.text("comment")).isEqualTo("1\r\n2");
        assertThat(form.text("nobody")).isEmpty();
    }

    @Test
    void readsLettersThatWereNotEncoded() {
        assertThat(read("name=Åsa").text("name")).isEqualTo("Åsa");
    }

    @Test
    void takesTheFirstOfTwoFieldsOfOneName() {
        assertThat(read("kind=individual&kind=organisation").text("kind")).isEqualTo("individual");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%", "name=%4", "name=%zz", "name=%C3", "name=%ff", "%C3%28=x", "name=%ED%A0%80"})
    void refusesWhatIsNoUtf8AndRepeatsNothingOfIt(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableForm.class).hasMessageNotContaining("name");
    }

    @Test
    void countsWhatItHoldsOnceDecoded() {
        assertThat(read("a=%D0%90").bytes()).isEqualTo(3);
    }

    @Test
    void tellsNobodyWhatWasTyped() {
        assertThat(read("name=Ada")).hasToString("SentForm[…]");
    }

    private static SentForm read(String body) {
        return SentForm.read(body.getBytes(StandardCharsets.UTF_8));
    }
}

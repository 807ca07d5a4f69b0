package org.upprop.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentFormTests {

    @Test
    void takesTheFirstOfTwoFieldsOfOneName() {
        assertThat(SentForm.of(Map.of("kind", List.of("individual", "organisation")))
                        .text("kind"))
                .isEqualTo("individual");
    }

    @Test
    void hasNothingInAFieldThatWasNotSent() {
        assertThat(new SentForm(Map.of()).text("nobody")).isEmpty();
    }

    @Test
    void countsBytes() {
        assertThat(new SentForm(Map.of("a", "А")).bytes()).isEqualTo(3);
    }

    @Test
    void tellsNobodyWhatWasTyped() {
        assertThat(new SentForm(Map.of("name", "Ada"))).hasToString("SentForm[…]");
    }
}

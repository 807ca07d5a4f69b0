package org.upprop.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.signature.ScreeningMark;

class ScreeningTests {

    private static final Instant NOW = Instant.parse("2022-01-12T12:00:00Z");

    @Test
    void marksWhoeverFillsInWhatNobodySees() {
        assertThat(Screening.marks(openedBefore(60_000).with(Hidden.TRAP, "x"), NOW))
                .containsExactly(ScreeningMark.HONEYPOT);
        assertThat(Screening.marks(openedBefore(60_000).with(Hidden.TRAP, "  "), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "2999,true", "3000,false", "86400000,false", "-1,false", "-86400000,false"})
    void marksWhoeverIsFasterThanPeople(long millis, boolean fast) {
        assertThat(Screening.marks(openedBefore(millis), NOW).contains(ScreeningMark.FAST))
                .isEqualTo(fast);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1e3", "-9223372036854775808", "99999999999999999999"})
    void readsNothingIntoATimeThatMakesNoSense(String opened) {
        assertThat(Screening.marks(SentForm.BLANK.with(Hidden.OPENED, opened), NOW))
                .isEmpty();
    }

    private static SentForm openedBefore(long millis) {
        return SentForm.BLANK.with(Hidden.OPENED, String.valueOf(NOW.toEpochMilli() - millis));
    }
}

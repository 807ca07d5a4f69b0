package org.upprop.verification.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitsTests {

    private Instant now = Instant.parse("2022-01-12T23:59:59Z");
    private final Visits visits = new Visits(new VisitProperties(5, 2, 3, 2, 1_000), () -> now);

    @Test
    void letsNoPlaceComeTooOftenAndTheNextOneStill() {
        IntStream.range(0, 5).forEach(n -> assertThat(visits.visit("192.0.2.1")).isEmpty());

        assertThat(visits.visit("192.0.2.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(12)));
        assertThat(visits.visit("::ffff:192.0.2.1")).isPresent();
        assertThat(visits.visit("192.0.2.2")).isEmpty();
    }

    @Test
    void takesAllOfABlockForOnePlaceAndAllOfANetworkForSeveral() {
        IntStream.range(0, 5)
                .forEach(n -> assertThat(visits.visit("2001:db8::" + n)).isEmpty());
        assertThat(visits.visit("2001:db8::ffff")).isPresent();

        IntStream.range(0, 5)
                .forEach(n -> assertThat(visits.visit("2001:db8:0:1::" + n)).isEmpty());
        assertThat(visits.visit("2001:db8:0:2::1")).isPresent();
        assertThat(visits.visit("2001:db8:1::1")).isEmpty();
    }

    @Test
    void countsWhoWantsMailsApart() {
        assertThat(visits.ask("192.0.2.1")).isEmpty();
        assertThat(visits.ask("192.0.2.1")).isEmpty();

        assertThat(visits.ask("192.0.2.1")).isPresent();
        assertThat(visits.visit("192.0.2.1")).isEmpty();
    }

    @Test
    void looksAtNoTokenMoreWhereTooManyWereNobodys() {
        for (int right = 0; right < 10; right++) {
            assertThat(visits.guess("192.0.2.1", () -> Optional.of("anna"))).hasValue("anna");
        }
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(visits.guess("192.0.2.1", Optional::empty)).isEmpty();
        }

        assertThatExceptionOfType(TooManyVisits.class)
                .isThrownBy(() -> visits.guess("192.0.2.1", () -> fail("It was looked at")));
        assertThat(visits.guess("192.0.2.2", () -> Optional.of("anna"))).hasValue("anna");
        assertThat(visits.ask("192.0.2.1")).isEmpty();
    }

    @Test
    void takesAllWhoseAddressCannotBeReadForOnePlace() {
        IntStream.range(0, 5).forEach(n -> assertThat(visits.visit("host-" + n)).isEmpty());

        assertThat(visits.visit(null)).isPresent();
    }

    @Test
    void knowsNobodyAgainOnAnotherDay() {
        IntStream.range(0, 5).forEach(n -> visits.visit("192.0.2.1"));
        assertThat(visits.visit("192.0.2.1")).isPresent();

        now = Instant.parse("2022-01-13T00:00:00Z");

        assertThat(visits.visit("192.0.2.1")).isEmpty();
    }
}

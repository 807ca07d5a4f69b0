package org.upprop.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorsTests {

    private Instant now = Instant.parse("2022-01-12T00:00:00Z");
    private final InstantSource clock = () -> now;
    private final Visitors visitors = new Visitors(clock);

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, ::ffff:192.0.2.1",
        "192.0.2.1, ::FFFF:c000:0201",
        "2001:db8:1:2::1, 2001:DB8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, 2001:0db8:0001:0002:0:0:0:1",
    })
    void knowsOneBlockHoweverItIsWritten(String one, String same) {
        assertThat(visitors.at(same)).isEqualTo(visitors.at(one));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2",
        "2001:db8:1:2::1, 2001:db8:1:3::1",
        "192.0.2.1, c000:0201::",
        "2001:db8::1, ",
    })
    void tellsBlocksApart(String one, String other) {
        assertThat(visitors.at(other).block()).isNotEqualTo(visitors.at(one).block());
    }

    @Test
    void knowsTheNetworkThatOneCustomerMayHoldWhole() {
        Visitor.Origin network = visitors.at("2001:db8:1:2::1").network();

        assertThat(visitors.at("2001:db8:1:ffff::1").network()).isNotNull().isEqualTo(network);
        assertThat(visitors.at("2001:db8:2:2::1").network()).isNotEqualTo(network);
        assertThat(visitors.at("192.0.2.1").network()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "unknown", "localhost", "example.org", "192.0.2.1:80", "999.1.1.1", "fe80::1%none"})
    void putsAllIntoOneBlockWhoseAddressCannotBeRead(String address) {
        assertThat(visitors.at(address)).isEqualTo(visitors.at("_hidden"));
    }

    @Test
    void knowsNobodyAgainOnAnotherDayOrAtAnotherInstance() {
        Visitor today = visitors.at("192.0.2.1");

        assertThat(new Visitors(clock).at("192.0.2.1")).isNotEqualTo(today);
        now = Instant.parse("2022-01-12T23:59:59Z");
        assertThat(visitors.at("192.0.2.1")).isEqualTo(today);
        now = Instant.parse("2022-01-13T00:00:00Z");
        assertThat(visitors.at("192.0.2.1")).isNotEqualTo(today);
    }

    @Test
    void saysNothingOfAnAddress() {
        assertThat(visitors.at("192.0.2.1").toString()).doesNotContain("192").matches("[A-Za-z\\[\\]=, ]+");
    }
}

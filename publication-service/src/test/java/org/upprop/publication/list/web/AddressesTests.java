package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AddressesTests {

    private static final URI APPEAL = URI.create("https://example.org/appeals/bread");

    @Test
    void carryOnTheSiteThatLedHere() {
        Addresses addresses = new Addresses("sv", "there", "gryning");

        assertThat(addresses.from("here")).isEqualTo("?after=here&lang=sv&source=gryning");
        assertThat(addresses.carriedOnTo(APPEAL)).hasToString(APPEAL + "?lang=sv&source=gryning");
        assertThat(addresses.inEachLanguage())
                .extracting(Frame.Translation::address)
                .contains("?after=there&lang=en&source=gryning");
    }

    @Test
    void carryOnNothingThatIsNoSiteAndNoLanguage() {
        Addresses addresses = new Addresses("{lang}", null, "<script>");

        assertThat(addresses.from(null)).isEqualTo("?");
        assertThat(addresses.carriedOnTo(APPEAL)).isEqualTo(APPEAL);
    }
}

package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PageAddressTests {

    private static final URI APPEAL = URI.create("https://example.org/appeals/bread");

    @Test
    void carriesOnTheLanguageAndTheSiteThatLedHere() {
        PageAddress here = asked("lang", "sv", "source", "gryning", "q", "b", "after", "there");

        assertThat(here.with(PageAddress.AFTER, "on")).hasToString("?q=b&after=on&lang=sv&source=gryning");
        assertThat(here.everybody()).hasToString("?lang=sv&source=gryning");
        assertThat(here.in("ar")).hasToString("?q=b&after=there&lang=ar&source=gryning");
        assertThat(here.carriedOnTo(APPEAL)).hasToString(APPEAL + "?lang=sv&source=gryning");
    }

    @Test
    void takesWhatAFormLeftEmptyForNothing() {
        assertThat(asked("q", " ", "kind", "", "country", "", "after", "")).hasToString("?");
        assertThat(asked("q", "").isFiltered()).isFalse();
        assertThat(asked("country", "SE").isFiltered()).isTrue();
        assertThat(asked().carriedOnTo(APPEAL)).isEqualTo(APPEAL);
    }

    @Test
    void carriesOnNothingThatIsNoSiteAndNoLanguage() {
        assertThat(asked("lang", "{lang}", "source", "<script>", "other", "x")).hasToString("?");
    }

    @Test
    void escapesWhatWasTyped() {
        assertThat(asked("q", "a&b=\"{c}<d> ä")).hasToString("?q=a%26b%3D%22%7Bc%7D%3Cd%3E+%C3%A4");
    }

    private static PageAddress asked(String... parameters) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (int i = 0; i < parameters.length; i += 2) {
            request.setParameter(parameters[i], parameters[i + 1]);
        }
        return PageAddress.of(request);
    }
}

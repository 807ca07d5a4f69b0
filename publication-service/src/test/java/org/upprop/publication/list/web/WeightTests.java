package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.publication.list.web.RenderedList.aList;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.publication.list.CountryCount;
import org.upprop.publication.list.ListPlace;
import org.upprop.signature.Country;

class WeightTests {

    /** Uncompressed. Over the wire it is about a fourth. */
    private static final int MOST_BYTES = 40_000;

    /** Of as many the form tells the numbers; a list from further ones is heavier by some 60 bytes for each. */
    private static final int COUNTRIES = 50;

    private static final Pattern LOADED =
            Pattern.compile("<(?:link rel=\"stylesheet\" href|script src|img src)=\"/publication/(?<name>[a-z.]+)");

    @ParameterizedTest
    @CsvSource({"en, 34", "sv, 34", "ru, 34", "kk, 34", "ar, 34", "en, 0", "sv, 0", "ru, 0", "kk, 0", "ar, 0"})
    void aPageOfAHundredNamesStaysLightWithAllThatItLoads(String language, int organisations) {
        String page = aList().of(Names.many(organisations, Parameters.LONGEST_PART - organisations))
                .goingOn(ListPlace.FIRST_INDIVIDUAL)
                .grownBy(Collections.nCopies(62, 20_000), 100_000, 500_000, 1_000_000)
                .from(Country.codes().stream()
                        .map(code -> new CountryCount(code, 10_000, 1_000))
                        .limit(COUNTRIES)
                        .toArray(CountryCount[]::new))
                .in(language);

        int loaded = LOADED.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToInt(name -> RenderedList.ASSETS.get(name).bytes().length)
                .sum();
        assertThat(page.split("<li>")).hasSizeGreaterThan(Parameters.LONGEST_PART);
        assertThat(loaded).isPositive();
        assertThat(page.getBytes(StandardCharsets.UTF_8).length + loaded)
                .as("bytes of the page in " + language)
                .isLessThan(MOST_BYTES);
    }
}

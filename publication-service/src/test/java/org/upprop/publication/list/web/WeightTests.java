package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.publication.list.web.RenderedList.aList;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.publication.list.ListPlace;

class WeightTests {

    /** Uncompressed. Over the wire it is about a fourth. */
    private static final int MOST_BYTES = 40_000;

    private static final Pattern LOADED =
            Pattern.compile("<(?:link rel=\"stylesheet\" href|script src|img src)=\"/publication/(?<name>[a-z.]+)");

    @ParameterizedTest
    @CsvSource({"en, 34", "sv, 34", "ru, 34", "kk, 34", "ar, 34", "en, 0", "sv, 0", "ru, 0", "kk, 0", "ar, 0"})
    void aPageOfAHundredNamesStaysLightWithAllThatItLoads(String language, int organisations) {
        String page = aList().of(Names.many(organisations, Parameters.LONGEST_PART - organisations))
                .goingOn(ListPlace.FIRST_INDIVIDUAL)
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

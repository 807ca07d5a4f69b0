package org.upprop.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.appeal.Appeal;
import org.upprop.count.PublicCount;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.Ports.CountsInMemory;
import org.upprop.intake.SampleAppeal;

@OverHttp
class WeightTests {

    /** Uncompressed. Over the wire it is about a third. */
    private static final int MOST_BYTES = 40_000;

    private static final Pattern LOADED =
            Pattern.compile("<(?:link rel=\"stylesheet\" href|script src|img src)=\"(?<address>/[^\"]+)\"");

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    CountsInMemory counts;

    private final Appeal appeal = SampleAppeal.read();

    @BeforeEach
    void theSampleIsPublished() {
        appeals.read = true;
        appeals.put(appeal);
        counts.put(PublicCount.whole(appeal.slug(), 1, 700, 34, 20, Ports.NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "ru", "kk", "ar"})
    void staysLightWithAllThatItLoads(String language) {
        String page =
                new String(load("/appeals/kazakhstan-2022?source=gryning&lang=" + language), StandardCharsets.UTF_8);

        int loaded = LOADED.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .mapToInt(address -> load(address).length)
                .sum();
        assertThat(loaded).isPositive();
        assertThat(page.getBytes(StandardCharsets.UTF_8).length + loaded)
                .as("bytes of the page in " + language)
                .isLessThan(MOST_BYTES);
    }

    private byte[] load(String address) {
        var answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatus(200);
        return answer.getResponse().getContentAsByteArray();
    }
}

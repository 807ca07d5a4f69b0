package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.ServletWebRequest;
import org.upprop.delivery.Away;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListCounts;
import org.upprop.publication.list.ListProperties;
import org.upprop.publication.list.ListStates;

class AnswersTests {

    private static final Supplier<Answer> AWAY = () -> {
        throw new Away("database");
    };

    private final ListStates states = mock(ListStates.class);
    private final Answers answers =
            new Answers(states, new ListProperties(DataSize.ofMegabytes(1), 1, 1, Duration.ofSeconds(1)));
    private final AtomicInteger made = new AtomicInteger();

    @BeforeEach
    void lookNow() {
        lookedAgo(Duration.ZERO);
    }

    @Test
    void makesAnAnswerOnceForEachStateOfAList() {
        assertThat(body(ask("\"1\"", making("\"1\"", "one")))).isEqualTo("one");
        lookNow();
        assertThat(body(ask("\"1\"", making("\"1\"", "other")))).isEqualTo("one");
        assertThat(body(ask("\"2\"", making("\"2\"", "two")))).isEqualTo("two");
        assertThat(made).hasValue(2);
    }

    @Test
    void takesWhatWasReadAfterTheLastLookForNewer() {
        lookedAgo(Duration.ofSeconds(1));
        ask("\"1\"", making("\"2\"", "newer"));

        assertThat(body(ask("\"1\"", AWAY))).isEqualTo("newer");
    }

    @Test
    void makesNothingForWhoeverHasIt() {
        ResponseEntity<byte[]> answer = ask("\"1\"", AWAY, HttpHeaders.IF_NONE_MATCH, "\"1\"");

        assertThat(answer.getStatusCode().value()).isEqualTo(304);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(answer.getHeaders().getCacheControl()).startsWith("max-age=10");
    }

    @Test
    void givesTheLastAnswerWithItsAgeWhileTheDatabaseIsAway() {
        ask("\"1\"", () -> new Answer("\"1\"", bytes("one"), System.nanoTime() - ofMinutes(9)));

        ResponseEntity<byte[]> stale = ask("\"2\"", AWAY);
        assertThat(body(stale)).isEqualTo("one");
        assertThat(stale.getHeaders().getFirst(HttpHeaders.AGE)).isIn("540", "541");
        assertThat(stale.getHeaders().getETag()).isEqualTo("\"1\"");
    }

    @Test
    void givesNoNamesThatAreOlderThanTenMinutes() {
        ask("\"1\"", () -> new Answer("\"1\"", bytes("one"), System.nanoTime() - ofMinutes(11)));

        assertThatExceptionOfType(Away.class).isThrownBy(() -> ask("\"2\"", AWAY));
        lookedAgo(Duration.ofMinutes(11));
        assertThatExceptionOfType(Away.class).isThrownBy(() -> ask("\"1\"", AWAY));
        assertThatExceptionOfType(Away.class).isThrownBy(() -> ask("\"1\"", AWAY, HttpHeaders.IF_NONE_MATCH, "\"1\""));
    }

    @Test
    void hidesNoFaultOfItsOwnBehindAnOldAnswer() {
        ask("\"1\"", making("\"1\"", "one"));
        lookNow();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ask("\"2\"", () -> {
                    throw new IllegalStateException();
                }));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
                    gzip                   | true
                    br, GZIP;q=0.5, *      | true
                    gzip; q=1              | true
                    none                   | false
                    br                     | false
                    gzip;q=0               | false
                    gzip;q=0.000           | false
                    gzipped                | false
                    """)
    void compressesForWhoeverTakesIt(@Nullable String accepted, boolean compressed) {
        assertThat(Gzip.isAccepted(accepted)).isEqualTo(compressed);
    }

    @Test
    void givesOtherBytesAnotherValidator() {
        ResponseEntity<byte[]> answer = ask("\"1\"", making("\"1\"", "one"), HttpHeaders.ACCEPT_ENCODING, "gzip");

        assertThat(answer.getHeaders().getETag()).isEqualTo("\"1-gz\"");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(answer.getHeaders().getVary()).contains(HttpHeaders.ACCEPT_ENCODING);
        assertThat(new String(Gzip.plain(answer.getBody()), StandardCharsets.UTF_8))
                .isEqualTo("one");
    }

    private void lookedAgo(Duration age) {
        ListCount none = new ListCount(0, 0, 0, 0, 0, null, null, null);
        given(states.last())
                .willReturn(new ListStates.Look(new ListCounts.All(Map.of(), none), System.nanoTime() - age.toNanos()));
    }

    private ResponseEntity<byte[]> ask(String etag, Supplier<Answer> make, String... header) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        if (header.length > 0) {
            request.addHeader(header[0], header[1]);
        }
        return answers.to(
                new Question("page", etag, Freshness.NAMES, MediaType.APPLICATION_JSON, new HttpHeaders()),
                new ServletWebRequest(request, new MockHttpServletResponse()),
                make);
    }

    private Supplier<Answer> making(String etag, String body) {
        return () -> {
            made.incrementAndGet();
            return new Answer(etag, bytes(body), System.nanoTime());
        };
    }

    private static long ofMinutes(int minutes) {
        return Duration.ofMinutes(minutes).toNanos();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String body(ResponseEntity<byte[]> answer) {
        return new String(answer.getBody(), StandardCharsets.UTF_8);
    }
}

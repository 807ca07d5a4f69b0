package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailBacklogTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing waits, so a mail leaves at once                 | 0     | 0  | 90  | 1  | -  | 0
            nothing ever left, and nothing waits                    | 0     | 0  | 0   | -  | -  | 0
            100 wait, and 50 left while the first waited 5 s        | 100   | 5  | 50  | 0  | -  | 10
            6,000 wait, and 60 left within the minute               | 6000  | 60 | 60  | 0  | -  | 6000
            one has just come                                       | 1     | 1  | 0   | -  | -  | 10
            one has waited for long and none left                   | 1     | 11 | 0   | 11 | -  | -
            the server was away a moment ago, and none left since   | 1     | 1  | 0   | -  | 1  | -
            the server was away, also where the last is being tried | 0     | 0  | 0   | 9  | 3  | -
            the server was away, and some left since                | 10    | 2  | 4   | 0  | 30 | 5
            """)
    void saysHowLongAMailWillTakeOrThatNobodyKnows(
            String situation,
            long waiting,
            long longest,
            long sent,
            @Nullable Long sinceLastSent,
            @Nullable Long sinceServerAway,
            @Nullable Long expected) {
        var backlog = new MailBacklog(waiting, Duration.ofSeconds(longest), sent, seconds(sinceLastSent));

        assertThat(backlog.expected(seconds(sinceServerAway)).orElse(null)).isEqualTo(seconds(expected));
    }

    private static @Nullable Duration seconds(@Nullable Long number) {
        return number == null ? null : Duration.ofSeconds(number);
    }
}

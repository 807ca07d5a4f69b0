package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailBacklogTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing waits, so a mail leaves at once                 | 0     | 0  | 90  | 1  | -  | 14 | 0
            nothing ever left, and nothing waits                    | 0     | 0  | 0   | -  | -  | 14 | 0
            100 wait, and 50 left while the first waited 5 s        | 100   | 5  | 50  | 0  | -  | 14 | 10
            6,000 wait, and 60 left within the minute               | 6000  | 60 | 60  | 0  | -  | 14 | 6000
            more left in a second than ever may in one              | 1000  | 1  | 50  | 0  | -  | 10 | 100
            one has just come                                       | 1     | 1  | 0   | -  | -  | 14 | 10
            a thousand have just come                               | 1000  | 1  | 0   | -  | -  | 10 | 100
            nobody knows what the servers take                      | 1000  | 1  | 50  | 0  | -  | 0  | 20
            one has waited for long and none left                   | 1     | 11 | 0   | 11 | -  | 14 | -
            the servers are away, and none left since               | 1     | 1  | 0   | -  | 1  | 0  | -
            the servers are away, also where the last is being tried | 0    | 0  | 0   | 9  | 3  | 0  | -
            the servers are away here, and mails left elsewhere     | 10    | 2  | 4   | 0  | 30 | 0  | 5
            """)
    void saysHowLongAMailWillTakeOrThatNobodyKnows(
            String situation,
            long waiting,
            long longest,
            long sent,
            @Nullable Long sinceLastSent,
            @Nullable Long sinceServerAway,
            double perSecond,
            @Nullable Long expected) {
        var backlog = new MailBacklog(waiting, Duration.ofSeconds(longest), sent, seconds(sinceLastSent));

        assertThat(backlog.expected(seconds(sinceServerAway), perSecond).orElse(null))
                .isEqualTo(seconds(expected));
    }

    private static @Nullable Duration seconds(@Nullable Long number) {
        return number == null ? null : Duration.ofSeconds(number);
    }
}

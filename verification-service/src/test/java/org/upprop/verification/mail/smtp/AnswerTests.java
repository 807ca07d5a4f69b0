package org.upprop.verification.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.verification.mail.Post.Delivery;

/** What becomes of a mail after each way in which the library tells that sending failed. */
class AnswerTests {

    @Test
    void waitsForAServerThatCannotBeReachedOrLetsNobodyIn() {
        assertThat(delivery(new MessagingException("Could not connect", new ConnectException())))
                .isInstanceOf(Delivery.ServerAway.class);
        assertThat(delivery(new AuthenticationFailedException("535"))).isInstanceOf(Delivery.ServerAway.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 no such user", "553 5.1.3 bad address", "550 5.2.1 mailbox disabled"})
    void givesUpARecipientWhoDoesNotExist(String answer) {
        assertThat(delivery(refused(answer))).isEqualTo(new Delivery.NoSuchRecipient());
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.7.1 come back later", "450 greylisted", "452 4.2.2 mailbox full"})
    void triesAgainWhatMayPassLater(String answer) {
        assertThat(delivery(refused(answer))).isInstanceOf(Delivery.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 no",
                "550 relay not permitted",
                "550 192.0.2.5.1.1 is listed",
                "550 5.7.1 policy",
                "550 5.7.26 no SPF",
                "550 5.4.5 daily sending limit exceeded",
                "452 4.3.1 insufficient system storage"
            })
    void blamesNoRecipientForWhatIsAboutTheServerOrTheSenderOrMayBe(String answer) {
        assertThat(delivery(refused(answer))).isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void blamesNoRecipientForARefusalOfTheSenderOrOfTheMail() {
        assertThat(delivery(new SMTPSenderFailedException(
                        recipient(), "MAIL FROM:<noreply@example.org>", 452, "452 4.3.1 disk full")))
                .isInstanceOf(Delivery.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 4.3.2 closing", "530 5.7.0 Authentication required"})
    void waitsForAServerThatWouldTakeNoMail(String answer) {
        assertThat(delivery(refused(answer))).isInstanceOf(Delivery.ServerAway.class);
    }

    @Test
    void knowsNothingOfAMailThatTheServerHadAndDidNotAnswer() {
        assertThat(Answer.in(new MessagingException("Connection reset")).delivery(true))
                .isInstanceOf(Delivery.Unanswered.class);
    }

    private static Delivery delivery(MessagingException failure) {
        return Answer.in(failure).delivery(false);
    }

    private static MessagingException refused(String answer) {
        SendFailedException failed = new SendFailedException("Invalid Addresses");
        failed.setNextException(new SMTPAddressFailedException(
                recipient(), "RCPT TO:<ada@example.org>", Integer.parseInt(answer.substring(0, 3)), answer));
        return failed;
    }

    private static InternetAddress recipient() {
        try {
            return new InternetAddress("ada@example.org");
        } catch (AddressException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

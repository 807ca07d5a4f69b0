package org.upprop.verification.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.upprop.appeal.Appeal;
import org.upprop.signature.EmailAddress;
import org.upprop.verification.mail.Letter;
import org.upprop.verification.mail.Post.Delivery;

/** What becomes of a mail after each way in which Spring tells that sending failed. */
class SmtpPostTests {

    @Test
    void waitsForAServerThatCannotBeReached() {
        MessagingException refused = new MessagingException("Could not connect", new ConnectException());

        assertThat(deliveryAfter(
                        new MailSendException("Mail server connection failed", refused, Map.of("mail", refused))))
                .isInstanceOf(Delivery.ServerAway.class);
        assertThat(deliveryAfter(new MailAuthenticationException("535"))).isInstanceOf(Delivery.ServerAway.class);
    }

    @Test
    void believesAServerThatTookTheMailAndSaidNoGoodbye() {
        assertThat(deliveryAfter(new MailSendException(
                        "Failed to close server connection after message sending", new MessagingException("reset"))))
                .isInstanceOf(Delivery.Taken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 no such user", "553 5.1.3 bad address", "550 no"})
    void givesUpARecipientWhoDoesNotExist(String answer) {
        assertThat(deliveryAfter(new MailSendException(Map.of("mail", refused(answer)))))
                .isInstanceOf(Delivery.NoSuchRecipient.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.7.1 come back later", "550 5.7.1 policy", "421 4.3.2 closing"})
    void triesAgainWhatMayPassLater(String answer) {
        assertThat(deliveryAfter(new MailSendException(Map.of("mail", refused(answer)))))
                .isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void triesAgainWhereBothTheMailAndTheGoodbyeFailed() {
        assertThat(deliveryAfter(new MailSendException(
                        "Failed to close server connection after message failures",
                        new MessagingException("reset"),
                        Map.of("mail", refused("451 4.7.1 come back later")))))
                .isInstanceOf(Delivery.Failed.class);
    }

    private static Exception refused(String answer) {
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

    private static Delivery deliveryAfter(MailException failure) {
        JavaMailSenderImpl failing = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                throw failure;
            }
        };
        return new SmtpPost(failing).send(letter());
    }

    private static Letter letter() {
        return new Letter(
                UUID.randomUUID(),
                "noreply@example.org",
                new EmailAddress("ada@example.org"),
                new Appeal.Publisher("Alliance", "https://alliance.example"),
                new Appeal.Controller("Alliance", "1 Street", "privacy@alliance.example"),
                "en",
                "Confirm",
                "text",
                "<p>html</p>");
    }
}

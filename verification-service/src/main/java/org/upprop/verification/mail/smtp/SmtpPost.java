package org.upprop.verification.mail.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.upprop.signature.EmailAddress;
import org.upprop.verification.mail.Letter;
import org.upprop.verification.mail.Post;

/** Letters over SMTP, as text and HTML; the server's answer decides what becomes of each. */
@Component
class SmtpPost implements Post {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** An enhanced status code of policy, and no part of an address of four numbers. */
    private static final Pattern OF_POLICY = Pattern.compile("(?<![\\d.])5\\.7\\.\\d");

    private final JavaMailSender sender;

    SmtpPost(JavaMailSender sender) {
        this.sender = sender;
    }

    @Override
    public Delivery send(Letter letter) {
        try {
            sender.send(message(letter));
            return new Delivery.Taken();
        } catch (MailAuthenticationException refused) {
            return new Delivery.ServerAway();
        } catch (MailSendException failed) {
            return deliveryAfter(failed);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            LOG.warn("A mail cannot be written: {}", unwritable.getClass().getName());
            return new Delivery.Failed();
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(new InternetAddress(letter.sender(), letter.from().name(), UTF_8));
        message.setReplyTo(new InternetAddress[] {
            new InternetAddress(letter.replyTo().email(), letter.replyTo().name(), UTF_8)
        });
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(wireForm(letter.to())));
        message.setSubject(letter.subject(), UTF_8);
        message.setHeader("Message-ID", "<" + letter.mailId() + "@" + domain(letter.sender()) + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language());
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(letter.text(), "plain"));
        alternatives.addBodyPart(part(letter.html(), "html"));
        message.setContent(alternatives);
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** As typed, but with the domain in A-labels, which every mail server understands. */
    private static String wireForm(EmailAddress address) {
        return address.value().substring(0, address.value().lastIndexOf('@')) + "@" + address.domain();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * What keeps a conversation from coming about stands for every message and is also the cause of the whole; what has
     * no message's failure in it failed at the goodbye, when the server had the message.
     */
    private static Delivery deliveryAfter(MailSendException failed) {
        List<Exception> causes = List.of(failed.getMessageExceptions());
        if (causes.isEmpty()) {
            return new Delivery.Taken();
        }
        if (causes.stream().anyMatch(cause -> cause == failed.getCause())) {
            return new Delivery.ServerAway();
        }
        boolean unknown = causes.stream().flatMap(SmtpPost::chain).anyMatch(SmtpPost::saysNoSuchRecipient);
        return unknown ? new Delivery.NoSuchRecipient() : new Delivery.Failed();
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first,
                cause -> cause != null,
                cause -> cause instanceof MessagingException messaging && messaging.getNextException() != null
                        ? messaging.getNextException()
                        : null);
    }

    /**
     * A permanent refusal of the recipient, unless it is one of policy (5.7.x): that speaks of the sender, who can
     * change.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3463#section-3.8">RFC 3463, security or policy status</a>
     */
    private static boolean saysNoSuchRecipient(Exception failure) {
        return failure instanceof SMTPAddressFailedException refused
                && refused.getReturnCode() >= 500
                && !OF_POLICY.matcher(String.valueOf(refused.getMessage())).find();
    }
}

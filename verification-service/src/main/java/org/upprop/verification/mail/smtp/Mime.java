package org.upprop.verification.mail.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.upprop.signature.EmailAddress;
import org.upprop.verification.mail.Letter;

/** A letter as text and HTML, as mail servers understand it. */
final class Mime extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Session NONE = Session.getInstance(new Properties());

    private final String messageId;

    private Mime(Letter letter) {
        super(NONE);
        messageId = "<" + letter.mailId() + "@" + domain(letter.sender()) + ">";
    }

    static MimeMessage of(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new Mime(letter);
        message.setFrom(new InternetAddress(letter.sender(), letter.from(), UTF_8));
        message.setReplyTo(new InternetAddress[] {
            new InternetAddress(letter.replyTo().email(), letter.replyTo().name(), UTF_8)
        });
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(wireForm(letter.to())));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language());
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(letter.text(), "plain"));
        alternatives.addBodyPart(part(letter.html(), "html"));
        message.setContent(alternatives);
        message.saveChanges();
        return message;
    }

    /** One for each mail, however often it is tried. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
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
}

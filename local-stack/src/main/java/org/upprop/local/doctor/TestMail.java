package org.upprop.local.doctor;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Sends a mail as verification does, with the same words in two languages. What becomes of it, only its reader sees. */
record TestMail(MailServer server, Installation installation, String to, Supplier<Witness> witnesses) implements Check {

    private static final String ABOUT = "test mail";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Override
    public List<Finding> findings() {
        try (SMTPTransport open = server.logIn(witnesses.get())) {
            MimeMessage mail = mail();
            open.sendMessage(mail, mail.getAllRecipients());
            return List.of(Finding.ok(
                    ABOUT,
                    "%s has taken it: %s See whether it arrives, and not as spam."
                            .formatted(server, open.getLastServerResponse().strip())));
        } catch (MessagingException refused) {
            return List.of(Finding.wrong(
                    ABOUT,
                    "%s has not taken it: %s".formatted(server, server.masked(refused)),
                    "See whether it may send for %s.".formatted(installation.from())));
        }
    }

    private MimeMessage mail() throws MessagingException {
        List<Text> texts = Stream.of("sv", "en").map(this::text).toList();
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress(installation.from()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(texts.stream().map(Text::subject).collect(Collectors.joining(" / ")), UTF_8);
        mail.setSentDate(new Date());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", "sv, en");
        mail.setContent(new MimeMultipart(
                "alternative",
                part(texts.stream().map(Text::body).collect(Collectors.joining("\n\n")), "plain"),
                part(texts.stream().map(Text::html).collect(Collectors.joining()), "html")));
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private Text text(String language) {
        ResourceBundle words =
                ResourceBundle.getBundle("org.upprop.local.doctor.test-mail", Locale.forLanguageTag(language));
        return new Text(
                language,
                words.getString("subject"),
                MessageFormat.format(words.getString("body"), installation.url()));
    }

    private record Text(String language, String subject, String body) {

        String html() {
            return "<p lang=\"%s\">%s</p>".formatted(language, body);
        }
    }
}

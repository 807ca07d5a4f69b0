package org.upprop.local.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One mail as its reader gets it: decoded, with one text and one HTML body at most.
 *
 * @param to the address that it was delivered to, whatever its header says
 * @param headers by name, decoded; what occurs more than once stands on lines of its own
 */
record Mail(
        String id,
        String to,
        String subject,
        Instant receivedAt,
        Map<String, String> headers,
        @Nullable String text,
        @Nullable String html) {

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    static Mail read(String id, String to, Instant receivedAt, byte[] message) {
        try {
            MimeMessage mime = new MimeMessage(NO_SESSION, new ByteArrayInputStream(message));
            Bodies bodies = new Bodies();
            bodies.collect(mime);
            String subject = mime.getSubject();
            return new Mail(
                    id, to, subject == null ? "" : subject, receivedAt, headersOf(mime), bodies.text, bodies.html);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("Mail " + id + " cannot be read", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headersOf(MimeMessage mime) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(mime.getAllHeaders())) {
            headers.merge(header.getName(), decoded(header.getValue()), (first, next) -> first + "\n" + next);
        }
        return headers;
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    private static final class Bodies {
        private @Nullable String text;
        private @Nullable String html;

        private void collect(Part part) throws MessagingException, IOException {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return;
            }
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    collect(inner);
                }
            } else if (part.isMimeType("text/html") && html == null) {
                html = part.getContent().toString();
            } else if (part.isMimeType("text/plain") && text == null) {
                text = part.getContent().toString();
            }
        }
    }
}

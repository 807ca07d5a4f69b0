package org.upprop.verification.mail.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a mail server, over which one mail goes out after the other. It knows when the server has all of a
 * mail: before that it has not taken it, and after that only its answer tells.
 */
final class Conversation extends SMTPTransport {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final SmtpServer server;
    private Talk talk = new Talk();
    private int mails;
    private long lastUsed = System.nanoTime();

    Conversation(SmtpServer server) {
        super(server.session(), null, server.protocol(), SmtpServer.SECURED.equals(server.protocol()));
        this.server = server;
    }

    /** Nothing more of it may have been sent than its beginning, if this throws anything but an answer. */
    void send(Message message, Talk of) throws MessagingException {
        talk = of;
        if (mails == 0) {
            connect(server.host(), server.port(), server.username(), server.password());
        }
        mails++;
        sendMessage(message, message.getAllRecipients());
        lastUsed = System.nanoTime();
    }

    boolean isUsedUp() {
        return mails >= server.mailsPerConversation();
    }

    boolean isIdleFor(Duration time) {
        return System.nanoTime() - lastUsed > time.toNanos();
    }

    void end() {
        try {
            close();
        } catch (MessagingException broken) {
            LOG.trace("A conversation had ended already", broken);
        }
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!talk.awaitsLastAnswer()) {
            throw new MessagingException("Given up");
        }
        super.finishData();
    }
}

package org.upprop.verification.mail.smtp;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * How a mail server is reached.
 *
 * @param protocol {@code smtp}, or {@code smtps} where the connection is secured from the first byte
 * @param timeout until it has all of a mail, or a connection has come about
 * @param lastAnswer after that until it says so
 */
record SmtpServer(
        String protocol,
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        Properties mail,
        Duration timeout,
        Duration lastAnswer,
        int mailsPerConversation,
        Duration idle) {

    static final String SECURED = "smtps";

    /** The one that Spring was told of. */
    static SmtpServer of(JavaMailSenderImpl sender, SmtpProperties properties) {
        return new SmtpServer(
                sender.getProtocol() == null ? "smtp" : sender.getProtocol(),
                sender.getHost() == null ? "localhost" : sender.getHost(),
                sender.getPort(),
                sender.getUsername(),
                sender.getPassword(),
                sender.getJavaMailProperties(),
                properties.timeout(),
                properties.lastAnswer(),
                properties.mailsPerConversation(),
                properties.idle());
    }

    static SmtpServer of(SmtpProperties.Server server, SmtpProperties properties) {
        Properties mail = new Properties();
        if (server.tls() == SmtpProperties.Tls.STARTTLS) {
            mail.setProperty("mail.smtp.starttls.enable", "true");
            mail.setProperty("mail.smtp.starttls.required", "true");
        }
        return new SmtpServer(
                server.tls() == SmtpProperties.Tls.IMPLICIT ? SECURED : "smtp",
                server.host(),
                server.port(),
                server.username(),
                server.password(),
                mail,
                properties.timeout(),
                properties.lastAnswer(),
                properties.mailsPerConversation(),
                properties.idle());
    }

    /**
     * A session in which a single answer may take as long as the last one; whoever talks sees to the rest. A goodbye
     * that fails would hide what failed before it, so none is waited for.
     */
    Session session() {
        Properties session = new Properties();
        mail.forEach(session::put);
        String prefix = "mail." + protocol + ".";
        session.setProperty(prefix + "connectiontimeout", Long.toString(timeout.toMillis()));
        session.setProperty(prefix + "timeout", Long.toString(lastAnswer.toMillis()));
        session.setProperty(prefix + "quitwait", "false");
        if (username != null) {
            session.setProperty(prefix + "auth", "true");
        }
        return Session.getInstance(session);
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + "]";
    }
}

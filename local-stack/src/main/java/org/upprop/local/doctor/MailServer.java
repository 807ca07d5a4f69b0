package org.upprop.local.doctor;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes the mails of an installation, as verification is told of it.
 *
 * @param username who the installation is there; nobody, if absent
 */
record MailServer(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        Tls tls) {

    /** How long a connection may take to come about, and how long the server may be silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How a connection is secured. */
    enum Tls {
        /** Not at all. */
        NONE,
        /** It begins in the clear, and nothing is sent before it is secured. */
        STARTTLS,
        /** From the first byte. */
        IMPLICIT
    }

    /** A connection that was not secured, over which nothing was said but a greeting. */
    SMTPTransport greet() throws MessagingException {
        return connected(new Properties(), "smtp", null, null);
    }

    /** A connection as verification would have it, without a login. */
    SMTPTransport connect(Witness witness) throws MessagingException {
        return connected(secured(witness), protocol(), null, null);
    }

    /** A connection as verification would have it. */
    SMTPTransport logIn(Witness witness) throws MessagingException {
        Properties properties = secured(witness);
        properties.setProperty("mail." + protocol() + ".auth", Boolean.toString(username != null));
        return connected(properties, protocol(), username, password);
    }

    private String protocol() {
        return tls == Tls.IMPLICIT ? "smtps" : "smtp";
    }

    private Properties secured(Witness witness) {
        Properties properties = new Properties();
        properties.put(
                "mail." + protocol() + ".ssl.socketFactory", witness.context().getSocketFactory());
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        return properties;
    }

    private SMTPTransport connected(
            Properties properties, String protocol, @Nullable String asWhom, @Nullable String password)
            throws MessagingException {
        String patience = Long.toString(PATIENCE.toMillis());
        properties.setProperty("mail." + protocol + ".connectiontimeout", patience);
        properties.setProperty("mail." + protocol + ".timeout", patience);
        properties.setProperty("mail." + protocol + ".writetimeout", patience);
        properties.setProperty("mail." + protocol + ".quitwait", "false");
        SMTPTransport transport =
                (SMTPTransport) Session.getInstance(properties).getTransport(protocol);
        transport.connect(host, port, asWhom, password);
        return transport;
    }

    /** What the server said, without the password, should it repeat that. */
    String masked(MessagingException answer) {
        String said = String.valueOf(answer.getMessage());
        return password == null ? said : said.replace(password, "…");
    }

    /** Without its login. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}

package org.upprop.local.doctor;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Whether a mail server lets verification in, and over a connection that nobody else can read. */
record MailLogin(MailServer server, Supplier<Witness> witnesses) implements Check {

    private static final String ABOUT = "mail server";
    private static final String LOGIN = "mail login";

    @Override
    public List<Finding> findings() {
        return switch (server.tls()) {
            case IMPLICIT -> secured();
            case STARTTLS -> offersStartTls().map(List::of).orElseGet(this::secured);
            case NONE -> List.of(inTheClear(), login());
        };
    }

    /** What keeps it from that, if anything does. */
    private Optional<Finding> offersStartTls() {
        try (SMTPTransport greeting = server.greet()) {
            return greeting.supportsExtension("STARTTLS")
                    ? Optional.empty()
                    : Optional.of(Finding.wrong(
                            ABOUT,
                            "%s offers no STARTTLS, so no mail leaves.".formatted(server),
                            "Use its port 465 with TLS implicit, or another server."));
        } catch (MessagingException away) {
            return Optional.of(away());
        }
    }

    private List<Finding> secured() {
        Witness witness = witnesses.get();
        try (SMTPTransport secured = server.connect(witness)) {
            return List.of(
                    Finding.ok(ABOUT, "%s answers over a secured connection.".formatted(server)),
                    witness.finding(server.host(), secured.isConnected()).orElseThrow(),
                    login());
        } catch (MessagingException failed) {
            return List.of(witness.finding(server.host(), false).orElseGet(this::away));
        }
    }

    private Finding inTheClear() {
        return Finding.warning(
                ABOUT,
                "Login and mails go to %s in the clear.".formatted(server),
                "That is for a server on this machine alone; for others set TLS starttls or implicit.");
    }

    private Finding login() {
        try (SMTPTransport open = server.logIn(witnesses.get())) {
            if (server.username() == null) {
                return Finding.ok(LOGIN, "None is set, so none was tried.");
            }
            return open.supportsExtension("AUTH")
                    ? Finding.ok(LOGIN, "%s takes it.".formatted(server))
                    : Finding.warning(
                            LOGIN,
                            "%s asks for none, though one is set.".formatted(server),
                            "See whether that is the port for sending.");
        } catch (AuthenticationFailedException refused) {
            return Finding.wrong(
                    LOGIN,
                    "%s refuses it: %s".formatted(server, server.masked(refused)),
                    "Look at the user name and at the file with the password.");
        } catch (MessagingException away) {
            return away();
        }
    }

    private Finding away() {
        return Finding.wrong(
                ABOUT,
                "%s does not answer as a mail server.".formatted(server),
                "Look at host, port and TLS, and whether your hoster blocks that port; many do with 25.");
    }
}

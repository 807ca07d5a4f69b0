package org.upprop.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.upprop.local.doctor.MailServer.Tls;

/** What is said of a mail server, on a real one. */
class MailLoginTests {

    private static final String USER = "upprop";
    private static final String PASSWORD = "correct-horse";

    @TempDir
    private static Path folder;

    private static Authority authority;

    private final List<MimeMessage> mails = new CopyOnWriteArrayList<>();
    private SMTPServer server;

    @BeforeAll
    static void make() throws Exception {
        authority = new Authority(folder);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void isContentWithAServerThatSecuresTheConnectionAndTakesTheLogin() throws Exception {
        open(secured("localhost"));

        assertThat(findings(Tls.STARTTLS, PASSWORD))
                .extracting(Finding::about, Finding::verdict)
                .containsExactly(
                        tuple("mail server", Verdict.OK),
                        tuple("certificate", Verdict.OK),
                        tuple("mail login", Verdict.OK));
    }

    @Test
    void isContentWithAServerThatSecuresTheConnectionFromTheFirstByte() throws Exception {
        var identity = authority.certificate("localhost");
        open(builder -> builder.hideTLS().serverSocketFactory(identity));

        assertThat(findings(Tls.IMPLICIT, PASSWORD))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.OK);
    }

    @Test
    void tellsWhereTheLoginIsRefusedAndNeverThePassword() throws Exception {
        open(secured("localhost"));

        Finding refused = findings(Tls.STARTTLS, "wrong-horse").getLast();

        assertThat(refused.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(refused.text()).contains("refuses it").contains("535");
        assertThat(findings(Tls.STARTTLS, "wrong-horse").toString()).doesNotContain("wrong-horse");
    }

    @Test
    void tellsWhereThereIsNoStartTls() {
        open(SMTPServer.Builder::hideTLS);

        assertThat(findings(Tls.STARTTLS, PASSWORD))
                .extracting(Finding::verdict, Finding::text)
                .containsExactly(
                        tuple(Verdict.WRONG, "localhost:%d offers no STARTTLS, so no mail leaves.".formatted(port())));
    }

    @Test
    void tellsOfACertificateThatIsForAnotherName() throws Exception {
        open(secured("elsewhere.example"));

        assertThat(findings(Tls.STARTTLS, PASSWORD))
                .extracting(Finding::verdict, Finding::text)
                .containsExactly(tuple(Verdict.WRONG, "localhost shows one that is for elsewhere.example."));
    }

    @Test
    void warnsWhereEverythingGoesInTheClear() {
        open(SMTPServer.Builder::hideTLS);

        assertThat(findings(Tls.NONE, PASSWORD))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WARNING, Verdict.OK);
    }

    @Test
    void tellsWhereNobodyAnswers() {
        open(SMTPServer.Builder::hideTLS);
        server.stop();

        for (Tls tls : Tls.values()) {
            assertThat(findings(tls, PASSWORD).getLast().text()).endsWith("does not answer as a mail server.");
        }
    }

    @Test
    void sendsATestMailInTwoLanguagesAndTellsWhatTheServerAnswered() throws Exception {
        open(secured("localhost"));

        List<Finding> findings = testMail(PASSWORD);

        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.OK);
        assertThat(findings.getFirst().text()).contains("has taken it: 250");
        MimeMessage mail = mails.getFirst();
        assertThat(mail.getSubject()).isEqualTo("Provmejl från Upprop / Test mail from Upprop");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains(
                        "ett provmejl från https://appeal.example.org", "a test mail from https://appeal.example.org");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p lang=\"sv\">", "<p lang=\"en\">");
        assertThat(testMail("wrong-horse")).extracting(Finding::verdict).containsExactly(Verdict.WRONG);
    }

    private List<Finding> testMail(String password) {
        MailServer named = new MailServer("localhost", port(), USER, password, Tls.STARTTLS);
        Installation installation = new Installation(
                URI.create("https://appeal.example.org"), "noreply@example.org", List.of(named), List.of(), null);
        return new TestMail(named, installation, "olle@example.org", authority::witness).findings();
    }

    private List<Finding> findings(Tls tls, @Nullable String password) {
        return new MailLogin(new MailServer("localhost", port(), USER, password, tls), authority::witness).findings();
    }

    private static MimeMessage message(byte[] data) {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(data));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private int port() {
        return server.getPortAllocated();
    }

    private UnaryOperator<SMTPServer.Builder> secured(String name) throws Exception {
        var identity = authority.certificate(name);
        return builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(identity);
    }

    private void open(UnaryOperator<SMTPServer.Builder> how) {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!(user.equals(USER) && password.equals(PASSWORD))) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((context, from, to, data) -> mails.add(message(data)));
        server = how.apply(builder).build();
        server.start();
    }
}

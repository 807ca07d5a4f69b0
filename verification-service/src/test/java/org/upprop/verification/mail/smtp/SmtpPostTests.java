package org.upprop.verification.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upprop.appeal.Appeal;
import org.upprop.signature.EmailAddress;
import org.upprop.verification.BadLine;
import org.upprop.verification.BadLine.Trouble;
import org.upprop.verification.MailServer;
import org.upprop.verification.mail.Letter;
import org.upprop.verification.mail.Post.Delivery;

/** What becomes of a letter, on a real mail server. */
class SmtpPostTests {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final MailServer server = MailServer.start();
    private final BadLine line = new BadLine(server.port());
    private SmtpPost post = post(new Properties(), LONG, LONG);

    @BeforeEach
    void warmUp() {
        assertThat(post.send(letter())).isInstanceOf(Delivery.Taken.class);
        post.close();
        post = post(new Properties(), SHORT, LONG);
    }

    @AfterEach
    void stop() {
        post.close();
        line.close();
        server.shut();
    }

    @Test
    void sendsManyLettersInOneConversationUntilItIsUsedUp() {
        int before = server.conversations();
        for (int letter = 0; letter < 10; letter++) {
            assertThat(post.send(letter())).isInstanceOf(Delivery.Taken.class);
        }
        assertThat(server.conversations() - before).isEqualTo(1);

        post.send(letter());

        assertThat(server.conversations() - before).isEqualTo(2);
    }

    @Test
    void saysWhoSendsAndWhoAnswersAndThatNobodyNeedReply() {
        Letter letter = letter();
        post.send(letter);

        assertThat(server.all().getLast().source())
                .contains(
                        "From: Alliance <noreply@example.org>\r\n",
                        "Reply-To: Alliance <privacy@alliance.example>\r\n",
                        "To: ada@example.org\r\n",
                        "Auto-Submitted: auto-generated\r\n",
                        "Content-Language: en\r\n",
                        "Message-ID: <" + letter.mailId() + "@example.org>\r\n",
                        "text/plain",
                        "text/html");
    }

    @Test
    void comesFromAnAddressAloneWhereTheMailboxShallNotShowWhoSends() {
        Letter letter = letter(null);

        assertThat(post.send(letter)).isInstanceOf(Delivery.Taken.class);

        assertThat(server.all().getLast().source()).contains("From: noreply@example.org\r\n");
    }

    @Test
    void beginsAnotherConversationWhereTheServerEndedTheLast() {
        post.send(letter());
        line.make(Trouble.NONE);

        Letter second = letter();
        assertThat(post.send(second)).isInstanceOf(Delivery.Taken.class);

        assertThat(received(second)).isEqualTo(1);
    }

    @Test
    void saysGoodbyeWhereNoLetterCame() {
        post.send(letter());
        int before = server.conversations();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        post.endIdle();

        post.send(letter());

        assertThat(server.conversations() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NONE", "RESETS_AFTER_DATA"},
            mode = EnumSource.Mode.EXCLUDE)
    void knowsInTimeThatAServerHasNotTakenALetter(Trouble trouble) {
        line.make(trouble);
        Letter letter = letter();
        long begin = System.nanoTime();

        assertThat(post.send(letter)).isInstanceOf(Delivery.ServerAway.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SHORT.multipliedBy(3));
        assertThat(received(letter)).isZero();
    }

    @Test
    void doesNotKnowWhetherAServerThatCutOffHasTakenALetter() {
        line.make(Trouble.RESETS_AFTER_DATA);

        assertThat(post.send(letter())).isInstanceOf(Delivery.Unanswered.class);
    }

    @Test
    void waitsLongForTheLastAnswerSinceTheLetterHasArrived() {
        server.thinkFor(SHORT.multipliedBy(3));
        Letter letter = letter();

        assertThat(post.send(letter)).isInstanceOf(Delivery.Taken.class);

        assertThat(received(letter)).isEqualTo(1);
    }

    @Test
    void waitsForTheLastAnswerNoLongerThanItMay() {
        post = post(new Properties(), SHORT, SHORT);
        server.thinkFor(SHORT.multipliedBy(4));

        assertThat(post.send(letter())).isInstanceOf(Delivery.Unanswered.class);
    }

    @Test
    void givesNothingToAServerThatDoesNotShowWhoItIs(@TempDir Path directory) throws Exception {
        Certificates known = Certificates.of("localhost", directory.resolve("known"));
        Certificates stranger = Certificates.of("localhost", directory.resolve("stranger"));
        Certificates another = Certificates.of("elsewhere.example", directory.resolve("another"));
        post = post(required(known.trusted(), another.trusted()), LONG, LONG);
        Letter letter = letter();

        assertThat(post.send(letter)).isInstanceOf(Delivery.ServerAway.class);
        show(stranger);
        assertThat(post.send(letter)).isInstanceOf(Delivery.ServerAway.class);
        show(another);
        assertThat(post.send(letter)).isInstanceOf(Delivery.ServerAway.class);
        assertThat(received(letter)).isZero();
        show(known);

        assertThat(post.send(letter)).isInstanceOf(Delivery.Taken.class);
        assertThat(received(letter)).isEqualTo(1);
    }

    private void show(Certificates identity) throws Exception {
        server.shut();
        server.secure(identity.shown());
        server.open();
    }

    private static Properties required(Certificates.Trusted... trusted) throws Exception {
        SSLContext context = Certificates.trusting(List.of(trusted));
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.socketFactory", context.getSocketFactory());
        return properties;
    }

    private SmtpPost post(Properties mail, Duration timeout, Duration lastAnswer) {
        return new SmtpPost(new SmtpServer(
                "smtp", "localhost", line.port(), null, null, mail, timeout, lastAnswer, 10, Duration.ofSeconds(1)));
    }

    private long received(Letter letter) {
        return server.all().stream()
                .filter(mail -> mail.id().contains(letter.mailId().toString()))
                .count();
    }

    private static Letter letter() {
        return letter("Alliance");
    }

    private static Letter letter(@Nullable String from) {
        return new Letter(
                UUID.randomUUID(),
                "noreply@example.org",
                new EmailAddress("ada@example.org"),
                from,
                new Appeal.Controller("Alliance", "1 Street", "privacy@alliance.example"),
                "en",
                "Confirm",
                "text",
                "<p>html</p>");
    }
}

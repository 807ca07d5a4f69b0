package org.upprop.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailboxTests {

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Mailbox mailbox;

    @BeforeEach
    void open() throws IOException {
        mailbox = Mailbox.open(folder, 0, 0);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void showsADecodedMailToWhoeverAsksForItsAddressInAnyCase() throws Exception {
        send("Ada@example.org", "Подтвердите подпись", "Сәлем", "<p>Сәлем</p>");

        JsonNode mails = mailsTo("aDA@EXAMPLE.org");

        assertThat(mails).hasSize(1);
        JsonNode mail = mails.get(0);
        assertThat(mail.path("to").asString()).isEqualTo("Ada@example.org");
        assertThat(mail.path("subject").asString()).isEqualTo("Подтвердите подпись");
        assertThat(mail.path("text").asString().strip()).isEqualTo("Сәлем");
        assertThat(mail.path("html").asString().strip()).isEqualTo("<p>Сәлем</p>");
        assertThat(mail.path("headers").path("Subject").asString()).isEqualTo("Подтвердите подпись");
        assertThat(mail.path("receivedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void givesTheNewestMailFirst() throws Exception {
        send("ada@example.org", "first", "1", "1");
        send("ada@example.org", "second", "2", "2");

        assertThat(mailsTo("ada@example.org"))
                .extracting(mail -> mail.path("subject").asString())
                .containsExactly("second", "first");
    }

    @Test
    void keepsTheMailsOfAnotherAddressApart() throws Exception {
        send("ada@example.org", "hers", "text", "html");

        assertThat(mailsTo("da@example.org")).isEmpty();
    }

    @Test
    void stillHasEveryMailAfterARestart() throws Exception {
        send("ada@example.org", "before", "text", "html");

        mailbox.close();
        mailbox = Mailbox.open(folder, 0, 0);

        assertThat(mailsTo("ada@example.org")).hasSize(1);
    }

    @Test
    void showsWhatAMailContainsWithoutLettingItRun() throws Exception {
        send("ada@example.org", "<script>alert(1)</script>", "<b>&</b> http://localhost:8082/verify/x.", "<i>html</i>");
        String id = mailsTo("ada@example.org").get(0).path("id").asString();

        String list = get("/").body();
        HttpResponse<String> page = get("/mails/" + id);
        HttpResponse<String> frame = get("/mails/" + id + "/html");

        assertThat(list).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(page.body())
                .contains("&lt;b&gt;&amp;&lt;/b&gt;")
                .contains("href=\"http://localhost:8082/verify/x\"")
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .doesNotContain("<script>")
                .doesNotContain("<i>html</i>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(frame.body()).contains("<i>html</i>");
        assertThat(frame.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox ")
                .doesNotContain("allow-scripts");
    }

    @Test
    void knowsNoMailOutsideItsFolder() throws Exception {
        assertThat(get("/mails/..%2f..%2fsecrets").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("appeals@alliance.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, UTF_8.name());
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, UTF_8.name());
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }

    private JsonNode mailsTo(String address) throws Exception {
        return JsonMapper.shared().readTree(get("/api/v1/mails?to=" + address).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:%d%s".formatted(mailbox.webPort(), path));
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}

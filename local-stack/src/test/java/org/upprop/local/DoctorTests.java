package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.upprop.local.doctor.NameServer;
import org.upprop.local.mailbox.Mailbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole of it as somebody calls it, on a mail server and a name server of this machine. */
@ExtendWith(OutputCaptureExtension.class)
class DoctorTests {

    @TempDir
    private Path folder;

    private NameServer names;
    private Mailbox mailbox;

    @BeforeEach
    void open() throws IOException {
        names = NameServer.of("""
                example.org.                      IN TXT "v=spf1 ip4:192.0.2.25 -all"
                _dmarc.example.org.               IN TXT "v=DMARC1; p=reject"
                25.2.0.192.in-addr.arpa.          IN PTR smtp.example.org.
                smtp.example.org.                 IN A   192.0.2.25
                """);
        mailbox = Mailbox.open(folder.resolve("mails"), 0, 0);
    }

    @AfterEach
    void close() {
        names.close();
        mailbox.close();
    }

    @Test
    void tellsEverythingInLinesAndTheRecordsToAddBelow(CapturedOutput output) throws IOException {
        assertThat(doctor()).isEqualTo(1);

        assertThat(output.getOut().lines().takeWhile(line -> !line.isEmpty()))
                .allMatch(line -> line.matches("(ok|warning|wrong) .*"))
                .anyMatch(line -> line.matches("wrong +name +nobody.invalid has no address.*"))
                .anyMatch(line -> line.matches("warning +mail server +.*in the clear.*"))
                .anyMatch(line -> line.matches("ok +SPF +192.0.2.25 may send."))
                .anyMatch(line -> line.matches("warning +DKIM .*"))
                .anyMatch(line -> line.matches("ok +DMARC .*"))
                .anyMatch(line -> line.matches("ok +reverse name .*"));
        assertThat(output.getOut())
                .endsWith("Records for the DNS:\nnobody.invalid. IN A <the address of your server>\n")
                .doesNotContain("correct-horse");
    }

    @Test
    void tellsTheSameAsJsonAndSendsATestMail(CapturedOutput output) throws IOException {
        assertThat(doctor("--json", "--send-test", "olle@example.org")).isEqualTo(1);

        JsonNode report = JsonMapper.shared().readTree(output.getOut());
        assertThat(report.path("verdict").asString()).isEqualTo("wrong");
        assertThat(report.path("records").path(0).path("type").asString()).isEqualTo("A");
        JsonNode last = report.path("findings").get(report.path("findings").size() - 1);
        assertThat(last.path("about").asString()).isEqualTo("test mail");
        assertThat(last.path("verdict").asString()).isEqualTo("ok");
        try (var mails = Files.list(folder.resolve("mails"))) {
            assertThat(mails.toList()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--url,           localhost:8080,   localhost:8080 is no origin such as https://appeal.example.org.",
        "--url,           https://a.org/b,  https://a.org/b is no origin such as https://appeal.example.org.",
        "--from,          noreply,          noreply is no address that mails could come from.",
        "--sends-from,    smtp.example.org, smtp.example.org is no IP address.",
        "--dns,           a:b:c,            a:b:c is no name server: say HOST or HOST:PORT.",
        "--password-file, none,             none cannot be read.",
        "--env,           none,             none cannot be read.",
    })
    void saysWhatItDoesNotUnderstand(String option, String value, String said, CapturedOutput output)
            throws IOException {
        assertThat(doctor(option, value)).isEqualTo(2);
        assertThat(output.getErr().lines()).containsExactly(said);
    }

    @Test
    void asksForWhatItWasNotTold(CapturedOutput output) {
        assertThat(Upprop.execute("doctor", "--url", "https://nobody.invalid", "--from", "noreply@example.org"))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("No mail server is named");
    }

    private int doctor(String... options) throws IOException {
        Path settings = Files.writeString(folder.resolve(".env"), """
                UPPROP_PUBLIC_URL=https://nobody.invalid
                UPPROP_MAIL_FROM=noreply@example.org
                SPRING_MAIL_HOST=localhost
                SPRING_MAIL_PORT=%d
                SPRING_MAIL_PASSWORD=correct-horse
                """.formatted(mailbox.smtpPort()));
        List<String> line = new ArrayList<>(List.of("doctor"));
        List<String> defaults =
                List.of("--env", settings.toString(), "--dns", names.address(), "--sends-from", "192.0.2.25");
        for (int option = 0; option < defaults.size(); option += 2) {
            if (!List.of(options).contains(defaults.get(option))) {
                line.addAll(defaults.subList(option, option + 2));
            }
        }
        line.addAll(List.of(options));
        return Upprop.execute(line.toArray(String[]::new));
    }
}

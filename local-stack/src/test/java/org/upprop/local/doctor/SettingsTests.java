package org.upprop.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.local.Problem;
import org.upprop.local.doctor.MailServer.Tls;

class SettingsTests {

    @TempDir
    private Path folder;

    @Test
    void readsAFileAsComposeDoesAndTheEnvironmentCountsForMore() throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), """
                # Where the pages are
                UPPROP_PUBLIC_URL=https://appeal.example.org   # the origin
                UPPROP_MAIL_FROM="noreply@example.org"
                export UPPROP_PORT='8080'
                EMPTY=
                """);

        Settings settings = Settings.of(file, Map.of("UPPROP_MAIL_FROM", "other@example.org"));

        assertThat(settings.find("UPPROP_PUBLIC_URL")).contains("https://appeal.example.org");
        assertThat(settings.find("UPPROP_MAIL_FROM")).contains("other@example.org");
        assertThat(settings.find("UPPROP_PORT")).contains("8080");
        assertThat(settings.find("EMPTY")).isEmpty();
    }

    @Test
    void knowsProvidersAndTakesTheirPasswordFromAFileBesideTheSettings() throws Exception {
        Files.writeString(folder.resolve("mail-password"), "secret\n");
        Path file = Files.writeString(folder.resolve(".env"), """
                UPPROP_MAIL_PASSWORD_FILE=./mail-password
                UPPROP_MAIL_PROVIDERS_MAIN_HOST=smtp.example.org
                UPPROP_MAIL_PROVIDERS_MAIN_USERNAME=upprop
                UPPROP_MAIL_PROVIDERS_SPARE_HOST=smtp.example.net
                UPPROP_MAIL_PROVIDERS_SPARE_PORT=465
                UPPROP_MAIL_PROVIDERS_SPARE_TLS=implicit
                UPPROP_MAIL_PROVIDERS_SPARE_PASSWORD=own
                """);
        Settings settings = Settings.of(file, Map.of());

        assertThat(settings.mailServers(settings.passwordFile().orElseThrow()))
                .containsExactly(
                        new MailServer("smtp.example.org", 587, "upprop", "secret", Tls.STARTTLS),
                        new MailServer("smtp.example.net", 465, null, "own", Tls.IMPLICIT));
    }

    @Test
    void knowsTheServerOfSpringAndHowItIsSecured() {
        assertThat(servers(Map.of("SPRING_MAIL_HOST", "smtp.example.org")))
                .containsExactly(new MailServer("smtp.example.org", 1025, null, null, Tls.NONE));
        assertThat(servers(Map.of(
                        "SPRING_MAIL_HOST", "smtp.example.org",
                        "SPRING_MAIL_PORT", "587",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "true")))
                .containsExactly(new MailServer("smtp.example.org", 587, null, null, Tls.STARTTLS));
    }

    @Test
    void showsNoSecret() {
        Map<String, String> secret = Map.of(
                "UPPROP_MAIL_PROVIDERS_MAIN_HOST", "smtp.example.org",
                "UPPROP_MAIL_PROVIDERS_MAIN_USERNAME", "upprop",
                "UPPROP_MAIL_PROVIDERS_MAIN_PASSWORD", "correct-horse");

        assertThat(Settings.of(null, secret)).asString().doesNotContain("correct-horse");
        assertThat(servers(secret)).asString().doesNotContain("correct-horse");
    }

    @Test
    void saysWhichVariableIsWrong() {
        assertThatThrownBy(() -> servers(Map.of(
                        "UPPROP_MAIL_PROVIDERS_MAIN_HOST", "smtp.example.org",
                        "UPPROP_MAIL_PROVIDERS_MAIN_TLS", "yes")))
                .isInstanceOf(Problem.class)
                .hasMessage("UPPROP_MAIL_PROVIDERS_MAIN_TLS is starttls, implicit or none, and not yes.");
        assertThatThrownBy(() -> servers(Map.of(
                        "SPRING_MAIL_HOST", "smtp.example.org",
                        "SPRING_MAIL_PORT", "smtp")))
                .isInstanceOf(Problem.class);
    }

    private static List<MailServer> servers(Map<String, String> variables) {
        return Settings.of(null, variables).mailServers(null);
    }
}

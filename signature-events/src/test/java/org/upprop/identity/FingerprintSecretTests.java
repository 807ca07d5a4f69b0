package org.upprop.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.signature.Fingerprints;

@ExtendWith(OutputCaptureExtension.class)
class FingerprintSecretTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {" ", "c2hvcnQ=", "not base64 at all, but long enough for a secret"})
    void saysHowToSetItWhereItIsMissingOrUnusable(String secret) {
        assertThatThrownBy(new FingerprintSecret(secret)::fingerprints)
                .hasMessageContaining("UPPROP_FINGERPRINT_SECRET")
                .hasNoCause();
    }

    @Test
    void isNotPrintedByAServiceThatCannotStartWithIt(CapturedOutput log) {
        var service = new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE);

        assertThatThrownBy(() -> service.run("--upprop.fingerprint.secret=hardly%a%secret"));

        assertThat(log.getAll()).contains("UPPROP_FINGERPRINT_SECRET").doesNotContain("hardly");
    }

    @Test
    void tellsNothingOfItselfInALog() {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(new FingerprintSecret(secret)).asString().doesNotContain(secret);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FingerprintSecret.class)
    static class Service {

        @Bean
        Fingerprints fingerprints(FingerprintSecret secret) {
            return secret.fingerprints();
        }
    }
}

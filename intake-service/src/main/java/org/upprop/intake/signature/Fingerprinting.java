package org.upprop.intake.signature;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.identity.FingerprintSecret;
import org.upprop.signature.Fingerprints;

/** Makes fingerprints, and ids that repeat themselves, with the secret of this installation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FingerprintSecret.class)
class Fingerprinting {

    @Bean
    Fingerprints fingerprints(FingerprintSecret secret) {
        return secret.fingerprints();
    }

    @Bean
    IdempotencyKeys idempotencyKeys(Fingerprints fingerprints) {
        return new IdempotencyKeys(fingerprints);
    }
}

package org.upprop.intake.signature;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.signature.Fingerprints;

/** Makes fingerprints, and ids that repeat themselves, with the secret of this installation. */
@Configuration(proxyBeanMethods = false)
class Fingerprinting {

    @Bean
    Fingerprints fingerprints(FingerprintProperties properties) {
        return properties.fingerprints();
    }

    @Bean
    IdempotencyKeys idempotencyKeys(Fingerprints fingerprints) {
        return new IdempotencyKeys(fingerprints);
    }
}

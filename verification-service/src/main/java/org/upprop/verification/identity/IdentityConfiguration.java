package org.upprop.verification.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.signature.Fingerprints;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Fingerprints fingerprints(FingerprintSecret secret) {
        return new Fingerprints(secret.bytes());
    }

    @Bean
    AddressKeys addressKeys(FingerprintSecret secret) {
        return new AddressKeys(secret.bytes());
    }
}

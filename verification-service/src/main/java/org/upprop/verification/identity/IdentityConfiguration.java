package org.upprop.verification.identity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.identity.FingerprintSecret;
import org.upprop.signature.Fingerprints;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FingerprintSecret.class)
class IdentityConfiguration {

    @Bean
    Fingerprints fingerprints(FingerprintSecret secret) {
        return secret.fingerprints();
    }

    @Bean
    AddressKeys addressKeys(Fingerprints fingerprints) {
        return new AddressKeys(fingerprints);
    }

    @Bean
    EntryIds entryIds(Fingerprints fingerprints) {
        return new EntryIds(fingerprints);
    }
}

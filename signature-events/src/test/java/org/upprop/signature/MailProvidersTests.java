package org.upprop.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailProvidersTests {

    @Test
    void areWrittenAsTheDomainOfAnAddressIs() {
        assertThat(MailProviders.DOMAINS)
                .doesNotHaveDuplicates()
                .allSatisfy(domain ->
                        assertThat(new EmailAddress("rut@" + domain).domain()).isEqualTo(domain));
    }

    @Test
    void areKnownWhereverTheyAre() {
        assertThat(MailProviders.have("gmail.com")).isTrue();
        assertThat(MailProviders.have("telia.se")).isTrue();
        assertThat(MailProviders.have("hamn.se")).isFalse();
    }
}

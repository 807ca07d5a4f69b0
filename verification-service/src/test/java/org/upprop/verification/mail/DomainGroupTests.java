package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.signature.EmailAddress;

class DomainGroupTests {

    @ParameterizedTest
    @CsvSource({
        "gmail.com, gmail",
        "GoogleMail.com, gmail",
        "outlook.com, outlook",
        "hotmail.co.uk, outlook",
        "live.se, outlook",
        "yahoo.com.br, yahoo",
        "me.com, icloud",
        "mail.ru, mail-ru",
        "yandex.kz, yandex",
        "ya.ru, yandex",
        "pm.me, proton",
        "web.de, gmx",
        "gmx.net, gmx",
        "yahoo.attacker.example, other",
        "notgmail.com, other",
        "example.org, other",
    })
    void namesTheLargeAndNobodyElse(String domain, String group) {
        assertThat(DomainGroup.of(new EmailAddress("ada@" + domain))).isEqualTo(group);
    }
}

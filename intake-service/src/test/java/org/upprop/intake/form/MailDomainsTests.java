package org.upprop.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainsTests {

    @ParameterizedTest
    @CsvSource({
        "gmial.com, gmail.com",
        "gamil.com, gmail.com",
        "gmai.com, gmail.com",
        "gmail.con, gmail.com",
        "gmal.con, gmail.com",
        "GMAIL.CMO, gmail.com",
        "gmail.co, gmail.com",
        "gmail.se, gmail.com",
        "gmail.ru, gmail.com",
        "icloud.se, icloud.com",
        "iclod.com, icloud.com",
        "hotmial.com, hotmail.com",
        "homtail.se, hotmail.se",
        "hotmail.con, hotmail.com",
        "outlok.com, outlook.com",
        "yahooo.com, yahoo.com",
        "protonmial.com, protonmail.com",
        "yandx.ru, yandex.ru",
        "yandex.ry, yandex.ru",
        "mail.ry, mail.ru",
        "rambler.tu, rambler.ru",
        "ramler.ru, rambler.ru",
        "maktob.com, maktoob.com",
        "bredban2.com, bredband2.com",
        "example.con, example.com",
        "facket.ogr, facket.org",
        "union.nett, union.net"
    })
    void seesWhatWasProbablyMeant(String typed, String meant) {
        assertThat(MailDomains.meantBy(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "googlemail.com",
                "ymail.com",
                "email.com",
                "mail.com",
                "mail.ru",
                "mail.kz",
                "yandex.kz",
                "yandex.com.tr",
                "yahoo.co.uk",
                "yahoo.co.jp",
                "yahoo.fr",
                "hotmail.fr",
                "hotmail.net",
                "hotmail.co.uk",
                "outlook.fr",
                "live.fr",
                "live.se",
                "telia.no",
                "orange.es",
                "web.co",
                "abc.com",
                "vk.ru",
                "ya.ru",
                "bk.ru",
                "lo.se",
                "sac.se",
                "if.se",
                "kth.se",
                "su.se",
                "350.org",
                "riseup.net",
                "facket.org",
                "union.kz",
                "aub.edu.lb",
                "example.org",
                "example",
                "",
                "пример.рф",
                "xn--e1afmkfd.xn--p1ai",
                "mining.museum",
                "me.se",
                "mac.se"
            })
    void leavesAloneWhatIsRight(String domain) {
        assertThat(MailDomains.meantBy(domain)).isEmpty();
    }
}

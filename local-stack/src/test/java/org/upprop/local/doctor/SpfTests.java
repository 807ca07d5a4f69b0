package org.upprop.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.local.doctor.Spf.Result;

class SpfTests {

    private final NameServer names = NameServer.of("""
            example.org.           IN A    192.0.2.1
            example.org.           IN MX   10 mx.example.org.
            mx.example.org.        IN A    192.0.2.25
            mx.example.org.        IN AAAA 2001:db8::25
            alias.example.org.     IN CNAME mx.example.org.
            none.example.org.      IN A    192.0.2.9
            provider.example.      IN TXT  "v=spf1 ip4:198.51." "100.0/24 ~all"
            loop.example.          IN TXT  "v=spf1 include:loop.example -all"
            plain.example.         IN TXT  "v=spf1 a -all"
            mx.example.            IN TXT  "v=spf1 mx:example.org -all"
            ip6.example.           IN TXT  "V=SPF1 ip6:2001:db8::/32 -all"
            cidr.example.          IN TXT  "v=spf1 a:mx.example.org/24//64 -all"
            alias.example.         IN TXT  "v=spf1 a:alias.example.org ?all"
            include.example.       IN TXT  "v=spf1 include:provider.example -all"
            redirect.example.      IN TXT  "v=spf1 redirect=provider.example"
            open.example.          IN TXT  "v=spf1 +all"
            silent.example.        IN TXT  "v=spf1 ip4:192.0.2.1"
            macro.example.         IN TXT  "v=spf1 exists:%{i}.example.org -all"
            other.example.         IN TXT  "v=spf10 +all"
            two.example.           IN TXT  "v=spf1 -all"
            two.example.           IN TXT  "v=spf1 +all"
            odd.example.           IN TXT  "v=spf1 ipv4:192.0.2.1 -all"
            broken.example.        IN TXT  "v=spf1 ip4:192.0.2 -all"
            dangling.example.      IN TXT  "v=spf1 include:none.example.org -all"
            void.example.          IN TXT  "v=spf1 a:x.example a:y.example a:z.example -all"
            """);

    @AfterEach
    void close() {
        names.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mx.example,       192.0.2.25,      PASS",
        "mx.example,       2001:db8::25,    PASS",
        "mx.example,       192.0.2.26,      FAIL",
        "plain.example,    192.0.2.1,       FAIL",
        "ip6.example,      2001:db8:1::1,   PASS",
        "ip6.example,      192.0.2.1,       FAIL",
        "cidr.example,     192.0.2.200,     PASS",
        "cidr.example,     2001:db8::1,     PASS",
        "cidr.example,     2001:db8:0:1::1, FAIL",
        "alias.example,    192.0.2.25,      PASS",
        "alias.example,    192.0.2.1,       NEUTRAL",
        "include.example,  198.51.100.7,    PASS",
        "include.example,  192.0.2.1,       FAIL",
        "redirect.example, 192.0.2.1,       SOFTFAIL",
        "open.example,     192.0.2.1,       PASS",
        "silent.example,   192.0.2.2,       NEUTRAL",
        "macro.example,    192.0.2.2,       FAIL",
        "other.example,    192.0.2.2,       NONE",
    })
    void saysWhatReceiversSay(String domain, String sender, Result result) {
        assertThat(Spf.evaluate(names.asked(), domain, InetAddress.ofLiteral(sender)))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two.example",
                "odd.example",
                "broken.example",
                "dangling.example",
                "void.example",
                "loop.example"
            })
    void knowsARecordThatReceiversCannotUse(String domain) {
        assertThatThrownBy(() -> Spf.evaluate(names.asked(), domain, InetAddress.ofLiteral("192.0.2.77")))
                .isInstanceOf(Spf.Broken.class);
    }

    @Test
    void asksNoMoreThanReceiversDo() {
        assertThatThrownBy(() -> Spf.evaluate(names.asked(), "loop.example", InetAddress.ofLiteral("192.0.2.77")))
                .hasMessage("it asks the DNS more than 10 times");
    }
}

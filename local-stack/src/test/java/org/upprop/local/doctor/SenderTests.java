package org.upprop.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetAddress;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upprop.local.doctor.MailServer.Tls;

/** What is said of the domain that mails come from, and of the server that they come from, on a real name server. */
class SenderTests {

    private static final String MAIL_SERVER = "smtp.example.org. IN A 192.0.2.25\n";
    private static final InetAddress TOLD = InetAddress.ofLiteral("192.0.2.99");

    @Test
    void isContentWithADomainThatSaysWhoSends() {
        String zone = MAIL_SERVER + """
                example.org.             IN TXT "v=spf1 a:smtp.example.org -all"
                25.2.0.192.in-addr.arpa. IN PTR smtp.example.org.
                _dmarc.example.org.      IN TXT "v=DMARC1; p=reject"
                """;

        assertThat(spf(zone)).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.OK);
        assertThat(reverse(zone)).extracting(Finding::verdict).containsExactly(Verdict.OK);
        assertThat(dmarc(zone)).extracting(Finding::verdict).containsExactly(Verdict.OK);
    }

    @Test
    void tellsTheRecordToAddWhereThereIsNoSpf() {
        assertThat(spf(MAIL_SERVER))
                .extracting(Finding::verdict, finding -> finding.records().toString())
                .containsExactly(tuple(Verdict.WRONG, "[example.org. IN TXT \"v=spf1 a:smtp.example.org -all\"]"));
    }

    @Test
    void tellsOfTwoSpfRecords() {
        List<Finding> findings = spf(MAIL_SERVER + """
                example.org. IN TXT "v=spf1 a:smtp.example.org -all"
                example.org. IN TXT "v=spf1 mx -all"
                """);

        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.WRONG);
        assertThat(findings.getFirst().text()).contains("2 records");
    }

    @Test
    void tellsWhereEverybodyMaySend() {
        assertThat(spf(MAIL_SERVER + "example.org. IN TXT \"v=spf1 +all\"\n"))
                .extracting(Finding::verdict, Finding::remedy)
                .contains(tuple(Verdict.WRONG, "End it with -all."));
    }

    @Test
    void warnsWhereNothingIsSaidOfThoseWhoMayNotSend() {
        assertThat(spf(MAIL_SERVER + "example.org. IN TXT \"v=spf1 a:smtp.example.org ?all\"\n"))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WARNING, Verdict.OK);
    }

    @Test
    void tellsWhereTheMailServerMayNotSendAndIsSureWhereItWasToldFromWhereItDoes() {
        String zone = MAIL_SERVER + "example.org. IN TXT \"v=spf1 ip4:192.0.2.1 -all\"\n";

        assertThat(spf(zone)).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.WARNING);
        assertThat(spf(zone, TOLD)).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.WRONG);
        assertThat(spf(zone, TOLD).getLast().records())
                .containsExactly(DnsRecord.text("example.org", "v=spf1 ip4:192.0.2.99 ip4:192.0.2.1 -all"));
    }

    @Test
    void cannotTellFromWhereAServerOfThisMachineSends() {
        String zone = """
                smtp.example.org. IN A   127.0.0.1
                example.org.      IN TXT "v=spf1 -all"
                """;

        assertThat(spf(zone)).contains(SendingAddresses.unknown("SPF"));
        assertThat(reverse(zone)).containsExactly(SendingAddresses.unknown("reverse name"));
    }

    @Test
    void tellsWhereTheReverseNameLeadsElsewhere() {
        List<Finding> findings = reverse(MAIL_SERVER + """
                25.2.0.192.in-addr.arpa. IN PTR pool-25.hoster.example.
                pool-25.hoster.example.  IN A   192.0.2.26
                """);

        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.WRONG);
        assertThat(findings.getFirst().text()).contains("pool-25.hoster.example, which leads elsewhere");
        assertThat(findings.getFirst().records())
                .extracting(DnsRecord::toString)
                .containsExactly("25.2.0.192.in-addr.arpa. IN PTR smtp.example.org.");
    }

    @Test
    void tellsWhereThereIsNoReverseName() {
        assertThat(reverse(MAIL_SERVER))
                .extracting(Finding::verdict, Finding::text)
                .containsExactly(tuple(Verdict.WRONG, "192.0.2.25 has none."));
    }

    @Test
    void tellsWhereThereIsNoDmarcPolicy() {
        assertThat(dmarc(MAIL_SERVER + "_dmarc.example.org. IN TXT \"hello\"\n"))
                .extracting(Finding::verdict, finding -> finding.records().toString())
                .containsExactly(tuple(Verdict.WRONG, "[_dmarc.example.org. IN TXT \"v=DMARC1; p=quarantine\"]"));
    }

    @Test
    void warnsOfADmarcPolicyThatLetsEverythingThrough() {
        assertThat(dmarc("_dmarc.example.org. IN TXT \"v=DMARC1; p=none; rua=mailto:a@example.org\"\n"))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WARNING);
    }

    @Test
    void tellsOfADmarcPolicyThatIsNoneOfTheThree() {
        assertThat(dmarc("_dmarc.example.org. IN TXT \"v=DMARC1; p=refuse\"\n"))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WRONG);
    }

    @Test
    void takesThePolicyOfADomainAbove() {
        NameServer names = NameServer.of("_dmarc.example.org. IN TXT \"v=DMARC1; p=reject; sp=none\"\n");
        try (names) {
            assertThat(new DmarcPolicy("mail.example.org", names.asked()).findings())
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.WARNING);
        }
    }

    @Test
    void looksForTheKeyByItsNameAndSaysWhoSigns() throws Exception {
        assertThat(dkim("", null).text()).contains("Upprop signs no mails");
        assertThat(dkim("", null).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(dkim("", "s1").verdict()).isEqualTo(Verdict.WRONG);
        assertThat(dkim(key("v=DKIM1; p="), "s1").text()).contains("is revoked");
        assertThat(dkim(key("v=DKIM1; p=abc"), "s1").text()).contains("is no key");
        assertThat(dkim(key("v=DKIM1; p=" + rsa(512)), "s1").verdict()).isEqualTo(Verdict.WRONG);
        assertThat(dkim(key("v=DKIM1; p=" + rsa(1024)), "s1").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(dkim(key("v=DKIM1; k=rsa; p=" + rsa(2048)), "s1").verdict()).isEqualTo(Verdict.OK);
        assertThat(dkim(key("v=DKIM1; t=y; p=" + rsa(2048)), "s1").verdict()).isEqualTo(Verdict.WARNING);
    }

    private static String rsa(int bits) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(bits);
        return Base64.getEncoder()
                .encodeToString(keys.generateKeyPair().getPublic().getEncoded());
    }

    /** A string in the DNS has at most 255 bytes. */
    private static String key(String text) {
        return "s1._domainkey.example.org. IN TXT \"%s\"\n".formatted(text.replaceAll("(.{200})", "$1\" \""));
    }

    private static Finding dkim(String zone, String selector) {
        try (NameServer names = NameServer.of(zone)) {
            return new DkimKey("example.org", selector, names.asked())
                    .findings()
                    .getFirst();
        }
    }

    private static List<Finding> dmarc(String zone) {
        try (NameServer names = NameServer.of(zone)) {
            return new DmarcPolicy("example.org", names.asked()).findings();
        }
    }

    private static List<Finding> reverse(String zone) {
        try (NameServer names = NameServer.of(zone)) {
            return new ReverseName(installation(), names.asked()).findings();
        }
    }

    private static List<Finding> spf(String zone, InetAddress... sendsFrom) {
        try (NameServer names = NameServer.of(zone)) {
            return new SpfRecord(installation(sendsFrom), names.asked()).findings();
        }
    }

    private static Installation installation(InetAddress... sendsFrom) {
        return new Installation(
                URI.create("https://appeal.example.org"),
                "noreply@example.org",
                List.of(new MailServer("smtp.example.org", 587, null, null, Tls.STARTTLS)),
                List.of(sendsFrom),
                null);
    }
}

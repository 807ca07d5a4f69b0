package org.upprop.local.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All checks of an installation, one after the other, since each says something that the next builds on. */
public final class Examination {

    private static final int HTTP_PORT = 80;

    private final List<Check> checks = new ArrayList<>();

    private Examination() {}

    /** @param testMailTo who gets a test mail; nobody, if absent */
    public static Report of(Installation installation, Dns dns, @Nullable String testMailTo) {
        Examination examination = new Examination();
        Supplier<Witness> witnesses = () -> new Witness(null);
        URI url = installation.url();
        examination.checks.add(new PublicName(url.getHost(), dns));
        examination.checks.add(new PublicCertificate(url, dns, witnesses));
        if ("https".equals(url.getScheme())) {
            examination.checks.add(new PlainHttp(url, HTTP_PORT));
        }
        examination.checks.add(new Site(url, witnesses));
        for (MailServer server : installation.mailServers()) {
            examination.checks.add(new MailLogin(server, witnesses));
        }
        examination.checks.add(new SpfRecord(installation, dns));
        examination.checks.add(new DkimKey(installation.senderDomain(), installation.dkimSelector(), dns));
        examination.checks.add(new DmarcPolicy(installation.senderDomain(), dns));
        examination.checks.add(new ReverseName(installation, dns));
        if (testMailTo != null) {
            for (MailServer server : installation.mailServers()) {
                examination.checks.add(new TestMail(server, installation, testMailTo, witnesses));
            }
        }
        return examination.report();
    }

    private Report report() {
        return new Report(
                checks.stream().flatMap(check -> findings(check).stream()).toList());
    }

    private static List<Finding> findings(Check check) {
        try {
            return check.findings();
        } catch (Dns.Unanswered unanswered) {
            return List.of(Finding.wrong(
                    "DNS",
                    "Not looked at, since %s.".formatted(unanswered.getMessage()),
                    "Try again, or ask another by --dns HOST."));
        }
    }
}

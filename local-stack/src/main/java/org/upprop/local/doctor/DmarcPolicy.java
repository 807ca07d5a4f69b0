package org.upprop.local.doctor;

import java.util.List;
import java.util.Set;

/**
 * Whether the sender's domain, or one above it, says what is to become of mails that others send in its name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7489#section-6.3">RFC 7489, the record</a>
 */
record DmarcPolicy(String domain, Dns dns) implements Check {

    private static final String ABOUT = "DMARC";
    private static final Set<String> STRICT = Set.of("quarantine", "reject");

    @Override
    public List<Finding> findings() {
        for (String of = domain; of.contains("."); of = of.substring(of.indexOf('.') + 1)) {
            List<Tags> records = dns.texts("_dmarc." + of).stream()
                    .map(Tags::of)
                    .filter(tags -> tags.get("v").equals("DMARC1"))
                    .toList();
            if (!records.isEmpty()) {
                return List.of(finding(of, records));
            }
        }
        return List.of(Finding.wrong(
                ABOUT,
                "%s does not say what is to become of mails that others send in its name.".formatted(domain),
                "Add the record; large receivers ask for one.",
                DnsRecord.text("_dmarc." + domain, "v=DMARC1; p=quarantine")));
    }

    private Finding finding(String of, List<Tags> records) {
        if (records.size() > 1) {
            return Finding.wrong(
                    ABOUT,
                    "%s has %d records, and receivers take none of them.".formatted(of, records.size()),
                    "Leave one.");
        }
        Tags record = records.getFirst();
        String policy = !of.equals(domain) && record.has("sp") ? record.get("sp") : record.get("p");
        if (STRICT.contains(policy)) {
            return Finding.ok(ABOUT, "The policy of %s is %s.".formatted(of, policy));
        }
        return policy.equals("none")
                ? Finding.warning(
                        ABOUT,
                        "The policy of %s is none, so mails that others send in its name arrive too.".formatted(of),
                        "Put the record in place of the present one once your own mails pass SPF or DKIM.",
                        DnsRecord.text("_dmarc." + of, "v=DMARC1; p=quarantine"))
                : Finding.wrong(
                        ABOUT,
                        "The record of %s has no policy that there is.".formatted(of),
                        "Put the record in place of it.",
                        DnsRecord.text("_dmarc." + of, "v=DMARC1; p=quarantine"));
    }
}

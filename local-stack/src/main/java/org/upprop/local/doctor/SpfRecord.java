package org.upprop.local.doctor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether the sender's domain says who may send for it, and means the mail servers. */
record SpfRecord(Installation installation, Dns dns) implements Check {

    private static final String ABOUT = "SPF";

    @Override
    public List<Finding> findings() {
        String domain = installation.senderDomain();
        List<String> records = Spf.records(dns, domain);
        if (records.isEmpty()) {
            return List.of(Finding.wrong(
                    ABOUT,
                    "%s does not say who may send mails for it.".formatted(domain),
                    "Add the record, or the one that your mail provider tells you.",
                    DnsRecord.text(domain, "v=spf1 %s -all".formatted(allowed()))));
        }
        if (records.size() > 1) {
            return List.of(Finding.wrong(
                    ABOUT,
                    "%s has %d records, and receivers take none of them.".formatted(domain, records.size()),
                    "Make one of them, with all of their terms before a single \"all\"."));
        }
        return Stream.concat(Stream.of(end(records.getFirst())), senders(records.getFirst()))
                .toList();
    }

    private Finding end(String record) {
        List<String> terms = Spf.terms(record.toLowerCase(Locale.ROOT));
        if (terms.contains("all") || terms.contains("+all")) {
            return Finding.wrong(ABOUT, "\"%s\" lets everybody send.".formatted(record), "End it with -all.");
        }
        return terms.contains("-all")
                        || terms.contains("~all")
                        || terms.stream().anyMatch(term -> term.startsWith("redirect="))
                ? Finding.ok(ABOUT, "There is one record, \"%s\".".formatted(record))
                : Finding.warning(
                        ABOUT, "\"%s\" says nothing of those who may not send.".formatted(record), "End it with -all.");
    }

    private Stream<Finding> senders(String record) {
        SendingAddresses senders = SendingAddresses.of(installation, dns);
        return senders.all().isEmpty()
                ? Stream.of(SendingAddresses.unknown(ABOUT))
                : senders.all().stream().map(address -> sender(address, senders.areTold(), record));
    }

    private Finding sender(InetAddress address, boolean told, String record) {
        String sender = address.getHostAddress();
        try {
            Spf.Result result = Spf.evaluate(dns, installation.senderDomain(), address);
            if (result == Spf.Result.PASS) {
                return Finding.ok(ABOUT, "%s may send.".formatted(sender));
            }
            DnsRecord with = DnsRecord.text(installation.senderDomain(), with(record, allowed()));
            return told
                    ? Finding.wrong(
                            ABOUT, "%s may not send.".formatted(sender), "Put it in place of the present record.", with)
                    : Finding.warning(
                            ABOUT,
                            "%s may not send.".formatted(sender),
                            "If your mail server sends from there, put the record in place of the present one; if it is"
                                    + " a provider's, that tells you what to include.",
                            with);
        } catch (Spf.Broken broken) {
            return Finding.wrong(
                    ABOUT, "Receivers cannot use the record: %s.".formatted(broken.getMessage()), "Mend it.");
        }
    }

    /** Terms for the addresses that were told, else for the mail servers. */
    private String allowed() {
        Stream<String> terms = installation.sendsFrom().isEmpty()
                ? installation.mailServers().stream().map(server -> "a:" + server.host())
                : installation.sendsFrom().stream()
                        .map(address ->
                                (address.getAddress().length == 4 ? "ip4:" : "ip6:") + address.getHostAddress());
        return String.join(" ", terms.distinct().toList());
    }

    /** What stands behind "all" counts for nothing. */
    private static String with(String record, String allowed) {
        List<String> terms = new ArrayList<>(Spf.terms(record));
        terms.addFirst(allowed);
        return "v=spf1 " + String.join(" ", terms);
    }
}

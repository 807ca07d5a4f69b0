package org.upprop.local.doctor;

import java.net.InetAddress;
import java.util.List;

/** Whether the addresses that mails come from have a name that leads back to them, as large receivers want it. */
record ReverseName(Installation installation, Dns dns) implements Check {

    private static final String ABOUT = "reverse name";

    @Override
    public List<Finding> findings() {
        List<InetAddress> senders = SendingAddresses.of(installation, dns).all();
        return senders.isEmpty()
                ? List.of(SendingAddresses.unknown(ABOUT))
                : senders.stream().map(this::finding).toList();
    }

    private Finding finding(InetAddress address) {
        List<String> names = dns.names(address);
        if (names.stream().anyMatch(name -> dns.addresses(name).contains(address))) {
            return Finding.ok(
                    ABOUT, "%s is %s, and back again.".formatted(address.getHostAddress(), String.join(", ", names)));
        }
        DnsRecord right =
                DnsRecord.reverse(address, installation.mailServers().getFirst().host());
        return names.isEmpty()
                ? Finding.wrong(
                        ABOUT,
                        "%s has none.".formatted(address.getHostAddress()),
                        "Have the record added by whoever gave you the address.",
                        right)
                : Finding.wrong(
                        ABOUT,
                        "%s is %s, which leads elsewhere."
                                .formatted(address.getHostAddress(), String.join(", ", names)),
                        "Have it corrected by whoever gave you the address, or let that name lead to it.",
                        right);
    }
}

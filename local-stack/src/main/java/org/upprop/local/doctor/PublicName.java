package org.upprop.local.doctor;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the DNS knows the public address. */
record PublicName(String host, Dns dns) implements Check {

    private static final String ABOUT = "name";

    @Override
    public List<Finding> findings() {
        List<InetAddress> addresses = dns.addresses(host);
        if (addresses.isEmpty()) {
            return List.of(Finding.wrong(
                    ABOUT,
                    "%s has no address.".formatted(host),
                    "Add the record, and AAAA where the server has an address of IPv6.",
                    new DnsRecord(host, "A", "<the address of your server>")));
        }
        String text = "%s leads to %s."
                .formatted(
                        host,
                        addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
        return List.of(
                addresses.stream().anyMatch(Addresses::isNotForThePublic)
                        ? Finding.warning(ABOUT, text, "The public cannot reach a private address.")
                        : Finding.ok(ABOUT, text));
    }
}

package org.upprop.local.doctor;

import java.net.InetAddress;
import org.xbill.DNS.ReverseMap;

/**
 * A record that is missing in the DNS, as name servers' files and most web forms take it.
 *
 * @param name without the dot at the end
 * @param value what is the owner's to know stands in angle brackets
 */
record DnsRecord(String name, String type, String value) {

    static DnsRecord text(String name, String value) {
        return new DnsRecord(name, "TXT", "\"" + value + "\"");
    }

    static DnsRecord reverse(InetAddress address, String host) {
        return new DnsRecord(ReverseMap.fromAddress(address).toString(true), "PTR", host + ".");
    }

    @Override
    public String toString() {
        return "%s. IN %s %s".formatted(name, type, value);
    }
}

package org.upprop.local.doctor;

import java.net.InetAddress;
import java.util.List;

/**
 * Where mails come from in the eyes of whoever takes them.
 *
 * @param areTold by the operator; else they are where mail servers take the mails, and large providers send from elsewhere
 */
record SendingAddresses(List<InetAddress> all, boolean areTold) {

    static SendingAddresses of(Installation installation, Dns dns) {
        return installation.sendsFrom().isEmpty()
                ? new SendingAddresses(
                        installation.mailServers().stream()
                                .flatMap(server -> dns.addresses(server.host()).stream())
                                .filter(address -> !Addresses.isNotForThePublic(address))
                                .distinct()
                                .toList(),
                        false)
                : new SendingAddresses(installation.sendsFrom(), true);
    }

    static Finding unknown(String about) {
        return Finding.warning(
                about,
                "Nobody can tell from the mail server's name from where it sends.",
                "Say it with --sends-from ADDRESS.");
    }
}

package org.upprop.local.doctor;

import java.util.List;

/**
 * What a check found.
 *
 * @param about the thing, in a word or two
 * @param remedy what to do; empty where nothing is
 * @param records those that the DNS should have and lacks
 */
record Finding(String about, Verdict verdict, String text, String remedy, List<DnsRecord> records) {

    static Finding ok(String about, String text) {
        return new Finding(about, Verdict.OK, text, "", List.of());
    }

    static Finding warning(String about, String text, String remedy, DnsRecord... records) {
        return new Finding(about, Verdict.WARNING, text, remedy, List.of(records));
    }

    static Finding wrong(String about, String text, String remedy, DnsRecord... records) {
        return new Finding(about, Verdict.WRONG, text, remedy, List.of(records));
    }

    /** In one line, with nothing in it that a terminal would obey: some words are a foreign server's. */
    @Override
    public String toString() {
        return "%-8s %-13s %s %s"
                .formatted(verdict.word(), about, text, remedy)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }
}

package org.upprop.verification.screening;

import java.util.List;

/** A domain in which {@code *} stands for any letters. Each part is looked for once, however many stars there are. */
record Stars(String begin, List<String> between, String end) {

    static Stars of(String value) {
        List<String> parts = List.of(value.split("\\*+", -1));
        return new Stars(parts.getFirst(), parts.subList(1, parts.size() - 1), parts.getLast());
    }

    boolean fit(String domain) {
        int last = domain.length() - end.length();
        int at = begin.length();
        if (!domain.startsWith(begin) || !domain.endsWith(end) || last < at) {
            return false;
        }
        for (String part : between) {
            int found = domain.indexOf(part, at);
            if (found < 0 || found + part.length() > last) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}

package org.upprop.local.doctor;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A list such as {@code v=DMARC1; p=none}, by which DKIM and DMARC say something. */
record Tags(Map<String, String> values) {

    static Tags of(String text) {
        return new Tags(Arrays.stream(text.split(";"))
                .map(tag -> tag.split("=", 2))
                .filter(tag -> tag.length == 2)
                .collect(Collectors.toMap(tag -> tag[0].strip(), tag -> tag[1].strip(), (first, again) -> first)));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Empty where there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }
}

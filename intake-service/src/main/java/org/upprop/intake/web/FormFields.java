package org.upprop.intake.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an HTML form as its body holds them; what is no percent-encoded UTF-8 is an illegal argument. */
public final class FormFields {

    /** More than any form here has. */
    private static final int MOST = 64;

    static final String RULE = "Parameters and fields must be percent-encoded UTF-8, and at most " + MOST + ".";

    private FormFields() {}

    /** Reads a text that has one character for each byte, so that what is decoded are the bytes that were sent. */
    public static Map<String, List<String>> in(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String[] pairs = encoded.split("&", -1);
        if (pairs.length > MOST) {
            throw new IllegalArgumentException("Too many fields");
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                String value = parts.length == 1 ? "" : decoded(parts[1]);
                fields.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(value);
            }
        }
        return fields;
    }

    private static String decoded(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int index = 0; index < encoded.length(); index++) {
            char character = encoded.charAt(index);
            if (character == '%') {
                bytes.write(octet(encoded, index + 1));
                index += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return Utf8.text(bytes.toByteArray());
    }

    private static int octet(String encoded, int from) {
        if (from + 2 > encoded.length()) {
            throw new IllegalArgumentException("A percent sign without its two digits");
        }
        return HexFormat.fromHexDigits(encoded, from, from + 2);
    }
}

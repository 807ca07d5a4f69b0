package org.upprop.signature;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Domains in a file beside a class: one a line, with empty lines and remarks behind {@code #} between them. */
public final class DomainList {

    private DomainList() {}

    /**
     * The domains in the order of the file.
     *
     * @throws NullPointerException if there is no such file beside the class
     */
    public static List<String> beside(Class<?> owner, String file) {
        try (InputStream bytes = Objects.requireNonNull(owner.getResourceAsStream(file), file);
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

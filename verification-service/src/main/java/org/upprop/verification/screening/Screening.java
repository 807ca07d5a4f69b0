package org.upprop.verification.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.upprop.verification.signature.DomainEvidence;

/** Looks at what comes in, by the rules that hold just then. */
@Component
public class Screening {

    private static final Set<String> DISPOSABLE = disposable();

    private final ScreeningRules rules;

    Screening(ScreeningRules rules) {
        this.rules = rules;
    }

    public Sieve sieve() {
        return new Sieve(rules.all(), DISPOSABLE, DomainEvidence.DOMAINS_OF_MANY);
    }

    private static Set<String> disposable() {
        try (InputStream lines = Objects.requireNonNull(Screening.class.getResourceAsStream("disposable-domains.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

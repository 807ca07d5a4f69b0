package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.upprop.text.InvalidValue;

/**
 * A country or territory by its two letters of ISO 3166-1, and Kosovo by the {@code XK} that CLDR gives it.
 *
 * @see <a href="https://cldr.unicode.org/">CLDR territories</a>
 */
public record Country(@JsonValue String code) {

    private static final Set<String> CODES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.collectingAndThen(Collectors.toSet(), codes -> {
                codes.add("XK");
                return Set.copyOf(codes);
            }));

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Country {
        if (!CODES.contains(code)) {
            throw new InvalidValue("country.unknown", "Must be a country code of ISO 3166-1 such as SE, or XK.");
        }
    }
}

package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.ibm.icu.util.Region;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.upprop.text.InvalidValue;

/**
 * A country or territory as CLDR knows it, by its two letters: all of ISO 3166-1, Kosovo as {@code XK}, and places such as
 * the Canary Islands ({@code IC}) that have letters of their own. Groups of countries and codes given up are none.
 *
 * @see <a href="https://cldr.unicode.org/">CLDR territories</a>
 */
public record Country(@JsonValue String code) {

    /** What a country can be refused for. */
    public static final Set<String> CODES = Set.of("country.unknown");

    private static final SortedSet<String> TERRITORIES = territories();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Country {
        if (!TERRITORIES.contains(code)) {
            throw new InvalidValue(
                    "country.unknown", "Must be the two capital letters of a country or territory, such as SE or XK.");
        }
    }

    /** The letters of every country and territory. */
    public static SortedSet<String> codes() {
        return TERRITORIES;
    }

    private static SortedSet<String> territories() {
        SortedSet<String> codes = new TreeSet<>();
        Region.getAvailable(Region.RegionType.TERRITORY).forEach(region -> codes.add(region.toString()));
        return Collections.unmodifiableSortedSet(codes);
    }
}

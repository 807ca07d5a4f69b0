package org.upprop.publication.list.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.page.web.Option;
import org.upprop.publication.list.CountryCount;
import org.upprop.site.Words;

/** Tells what can be found on a list and how many that are, as far as the counts know it. */
final class FoundNames {

    private FoundNames() {}

    /** The countries of a list in the reader's order, and the one that was asked for even if nobody is from there. */
    static List<Option> countries(List<CountryCount> countries, PageAddress here, Words words) {
        String asked = here.get(PageAddress.COUNTRY);
        Stream<CountryCount> missing = asked == null || of(asked, countries).total() > 0
                ? Stream.empty()
                : Stream.of(new CountryCount(asked, 0, 0));
        return Stream.concat(countries.stream(), missing)
                .sorted(Comparator.comparing(
                        count -> words.country(count.country()),
                        Collator.getInstance(ULocale.forLanguageTag(words.tag()))))
                .map(count -> new Option(
                        count.country(),
                        words.say("find.country.counted", words.country(count.country()), words.number(count.total()))))
                .toList();
    }

    /** How many are found; nothing where only reading all of them would tell, or where it is kept back. */
    static @Nullable String number(AskedList list, List<CountryCount> countries, PageAddress here, Words words) {
        ShownCount.Parts parts = list.shownCount().parts();
        if (parts == null || !here.isFiltered() || here.has(PageAddress.BEGINNING)) {
            return null;
        }
        String country = here.get(PageAddress.COUNTRY);
        CountryCount found = country == null ? withAName(parts) : of(country, countries);
        String organisations = words.say("organisations", found.organisations());
        String individuals = words.say("individuals", found.individuals());
        return words.say(
                "found",
                switch (here.get(PageAddress.KIND)) {
                    case null -> words.say("counted", organisations, individuals);
                    case "organisation" -> words.say("found.kind", organisations);
                    default -> words.say("found.kind", individuals);
                });
    }

    /** Organisations are never hidden. */
    private static CountryCount withAName(ShownCount.Parts parts) {
        return new CountryCount("", Math.max(parts.individuals() - parts.hidden(), 0), parts.organisations());
    }

    private static CountryCount of(String country, List<CountryCount> countries) {
        return countries.stream()
                .filter(count -> count.country().equals(country))
                .findFirst()
                .orElse(new CountryCount(country, 0, 0));
    }
}

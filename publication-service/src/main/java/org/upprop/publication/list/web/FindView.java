package org.upprop.publication.list.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upprop.page.web.Option;
import org.upprop.publication.list.CountryCount;
import org.upprop.publication.list.Sheet;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.Words;

/**
 * What readers find names with. Where signatories are at risk only organisations are found, and only by their names.
 *
 * @param hidden what the form sends by itself
 * @param beginning what the names begin with
 * @param atRisk whether people, and places, are not to be found
 * @param countries those that somebody on the list is from, and how many are
 * @param everybody where the whole list is, if this is not all of it
 * @param found how many this is, if it is a part that is counted
 */
public record FindView(
        Map<String, String> hidden,
        @Nullable String beginning,
        @Nullable String kind,
        @Nullable String country,
        List<Option> countries,
        boolean atRisk,
        @Nullable String everybody,
        @Nullable String found) {

    public FindView {
        hidden = new TreeMap<>(hidden);
        countries = List.copyOf(countries);
    }

    static FindView of(AskedList list, Sheet sheet, PageAddress here, Words words) {
        boolean atRisk = list.isAtRisk();
        List<CountryCount> countries = list.shownCountries(sheet);
        Map<String, String> hidden = here.carriedOn();
        if (atRisk) {
            hidden.put(PageAddress.KIND, nameOf(SignatoryKind.ORGANISATION));
        }
        return new FindView(
                hidden,
                here.get(PageAddress.BEGINNING),
                here.get(PageAddress.KIND),
                here.get(PageAddress.COUNTRY),
                FoundNames.countries(countries, here, words),
                atRisk,
                here.isFiltered() ? here.everybody().toString() : null,
                FoundNames.number(list, countries, here, words));
    }

    /** What the address calls people, and what it calls organisations. */
    public static List<String> kinds() {
        return List.of(nameOf(SignatoryKind.ORGANISATION), nameOf(SignatoryKind.INDIVIDUAL));
    }

    private static String nameOf(SignatoryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

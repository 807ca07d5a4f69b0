package org.upprop.publication.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a list is made of, all of one moment.
 *
 * @param history how the list grew; only for the beginning of a whole list
 * @param countries where those on the list are; nobody's where signatories are at risk
 */
public record Sheet(ListPart part, @Nullable ListHistory history, List<CountryCount> countries) {

    public Sheet {
        countries = List.copyOf(countries);
    }
}

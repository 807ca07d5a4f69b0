package org.upprop.publication.list;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import org.upprop.publication.list.EntryChange.Standing;

/** By what the entries of a list are counted apart. */
enum Dimension {
    /** Where they are; empty where they did not say, or stay hidden. */
    COUNTRY(entry -> entry.country() == null ? "" : entry.country()),
    /** The site that they came through. */
    SOURCE(Standing::source),
    /** The language that they signed in. */
    LOCALE(Standing::locale),
    /** The hour in UTC in which they were listed, such as {@code 2022-01-12T10:00:00Z}. */
    HOUR(entry -> entry.listedAt().truncatedTo(ChronoUnit.HOURS).toString());

    private final Function<Standing, String> value;

    Dimension(Function<Standing, String> value) {
        this.value = value;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String valueOf(Standing entry) {
        return value.apply(entry);
    }
}

package org.upprop.verification.language;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.upprop.appeal.Appeal;

/** Which language somebody is spoken to in. */
public final class Languages {

    private static final String OTHERWISE = "en";

    private Languages() {}

    /** The signatory's own, else the one that the appeal was written in, else English. */
    public static Words forSignatory(String locale, Appeal appeal) {
        return first(Stream.of(locale, appeal.originalLocale()).map(Locale::forLanguageTag));
    }

    /** The first that a reader asks for, else English. */
    public static Words forReader(Collection<Locale> wanted) {
        return first(wanted.stream());
    }

    private static Words first(Stream<Locale> wanted) {
        Optional<String> known = wanted.map(Locale::getLanguage)
                .filter(Words.LANGUAGES::contains)
                .findFirst();
        return Words.in(known.orElse(OTHERWISE));
    }
}

package org.upprop.page.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.upprop.signature.Country;
import org.upprop.site.Words;

/** All countries and territories, by their names in a language and in its order. */
public final class Countries {

    private static final Map<String, List<Option>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private Countries() {}

    public static List<Option> in(Words words) {
        return BY_LANGUAGE.computeIfAbsent(
                words.tag(),
                tag -> Country.codes().stream()
                        .map(code -> new Option(code, words.country(code)))
                        .sorted(Comparator.comparing(Option::label, Collator.getInstance(ULocale.forLanguageTag(tag))))
                        .toList());
    }
}

package org.upprop.site;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One set of sentences in every language that it was written in; English is always among them. */
public final class Vocabulary {

    private static final String OTHERWISE = "en";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<String, Words> spoken = new LinkedHashMap<>();
    private final Words otherwise;
    private final List<Words> all;

    /**
     * Reads the sentences.
     *
     * @param bundle where they are, such as {@code messages.list} for {@code messages/list_en.properties}
     * @param tags the languages besides English
     */
    public Vocabulary(String bundle, String... tags) {
        otherwise = new Words(new Language(OTHERWISE), sentences(bundle, OTHERWISE));
        spoken.put(OTHERWISE, otherwise);
        for (String tag : tags) {
            spoken.put(tag, new Words(new Language(tag), sentences(bundle, tag)));
        }
        all = spoken.values().stream()
                .sorted(Comparator.comparing(Words::ownName, String::compareToIgnoreCase))
                .toList();
    }

    /**
     * The words for a reader.
     *
     * @param asked the language that the address asks for, before all others
     * @param accepted what the browser accepts, as the header says it
     * @param original the language of the appeal, for a reader whose languages nobody speaks here
     */
    public Words forReader(@Nullable String asked, @Nullable String accepted, @Nullable String original) {
        Set<String> tags = spoken.keySet();
        return in(Language.best(tags, asked, accepted)
                .or(() -> Language.best(tags, original, null))
                .orElse(OTHERWISE));
    }

    /** The words in one language, or in English. */
    public Words in(String tag) {
        return spoken.getOrDefault(tag, otherwise);
    }

    /** The words in every language, by the languages' own names. */
    public List<Words> all() {
        return all;
    }

    private static ResourceBundle sentences(String bundle, String tag) {
        return ResourceBundle.getBundle(bundle, Locale.forLanguageTag(tag), NO_FALLBACK);
    }
}

package org.upprop.publication.list.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of a page's neighbours, relative to its own; a language is in them only where it was asked for. */
record Addresses(@Nullable String lang, @Nullable String after) {

    /** The same page in each language. */
    List<Frame.Translation> inEachLanguage() {
        return Layout.WORDS.all().stream()
                .map(words -> new Frame.Translation(words, address(words.tag(), after)))
                .toList();
    }

    /** The list from a place on, in the same language. */
    String from(@Nullable String cursor) {
        return address(lang, cursor);
    }

    private static String address(@Nullable String lang, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        if (after != null && !after.isEmpty()) {
            address.queryParam("after", after);
        }
        if (lang != null && !lang.isEmpty()) {
            address.queryParam("lang", lang);
        }
        String query = address.encode().build().toUriString();
        return query.isEmpty() ? "?" : query;
    }
}

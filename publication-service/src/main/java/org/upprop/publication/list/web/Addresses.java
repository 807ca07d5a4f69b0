package org.upprop.publication.list.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of a page's neighbours. A language is in them only where it was asked for, and the site that led here
 * stays in them, so that a signature at the end of the way is counted as one that came from there.
 *
 * @param source the site that led here; whether the appeal has it is found out where somebody signs
 */
record Addresses(
        @Nullable String lang,
        @Nullable String after,
        @Nullable String source) {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,64}");

    Addresses {
        lang = lang != null && LANGUAGE.matcher(lang).matches() ? lang : null;
        source = source != null && SOURCE.matcher(source).matches() ? source : null;
    }

    /** The same page in each language, relative to its own. */
    List<Frame.Translation> inEachLanguage() {
        return Layout.WORDS.all().stream()
                .map(words -> new Frame.Translation(words, address(words.tag(), after)))
                .toList();
    }

    /** The list from a place on, in the same language, relative to this page. */
    String from(@Nullable String cursor) {
        return address(lang, cursor);
    }

    /** Another page of the same appeal, in the same language. */
    URI carriedOnTo(URI page) {
        return query(UriComponentsBuilder.fromUri(page), lang, null)
                .encode()
                .build()
                .toUri();
    }

    private String address(@Nullable String tag, @Nullable String cursor) {
        String query = query(UriComponentsBuilder.newInstance(), tag, cursor)
                .encode()
                .build()
                .toUriString();
        return query.isEmpty() ? "?" : query;
    }

    private UriComponentsBuilder query(UriComponentsBuilder address, @Nullable String tag, @Nullable String cursor) {
        return address.queryParamIfPresent("after", present(cursor))
                .queryParamIfPresent("lang", present(tag))
                .queryParamIfPresent("source", present(source));
    }

    private static Optional<String> present(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }
}

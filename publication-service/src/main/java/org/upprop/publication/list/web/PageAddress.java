package org.upprop.publication.list.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page of a list, relative to that list. Its neighbours are told by replacing parts of it; an empty part,
 * as a form sends it, is none. The site that led here stays in all of them, so that a signature at the end of the way is
 * counted as one that came from there.
 */
record PageAddress(Map<String, String> parts) {

    static final String KIND = "kind";
    static final String COUNTRY = "country";
    static final String BEGINNING = "q";
    static final String AFTER = "after";
    static final String REPORT = "report";

    private static final String LANG = "lang";
    private static final String SOURCE = "source";

    private static final List<String> FILTERS = List.of(KIND, COUNTRY, BEGINNING);
    private static final List<String> NAMES = List.of(KIND, COUNTRY, BEGINNING, AFTER, REPORT, LANG, SOURCE);

    private static final Map<String, Pattern> KNOWN_BY_THEIR_LOOKS =
            Map.of(LANG, Pattern.compile("[A-Za-z0-9-]{1,35}"), SOURCE, Pattern.compile("[a-z0-9-]{1,64}"));

    static PageAddress of(HttpServletRequest request) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = request.getParameter(name);
            if (value != null && !value.isBlank() && isAcceptable(name, value)) {
                parts.put(name, value);
            }
        }
        return new PageAddress(parts);
    }

    @Nullable
    String get(String name) {
        return parts.get(name);
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /** Whether it asks for some of the names by what they are. */
    boolean isFiltered() {
        return FILTERS.stream().anyMatch(parts::containsKey);
    }

    /** The same in another language. */
    PageAddress in(String tag) {
        return with(LANG, tag);
    }

    /** The same with another part, or without it. */
    PageAddress with(String name, @Nullable String value) {
        Map<String, String> others = new LinkedHashMap<>(parts);
        if (value == null) {
            others.remove(name);
        } else {
            others.put(name, value);
        }
        return new PageAddress(others);
    }

    /** The list from its beginning, with everybody who is on it. */
    PageAddress everybody() {
        return new PageAddress(carriedOn());
    }

    /** What every further page is told: the language that was asked for, and the site that led here. */
    Map<String, String> carriedOn() {
        Map<String, String> carried = new LinkedHashMap<>(parts);
        carried.keySet().retainAll(List.of(LANG, SOURCE));
        return carried;
    }

    /** Another page of the same appeal. */
    URI carriedOnTo(URI page) {
        return carriedOn().isEmpty() ? page : URI.create(page + query(carriedOn()));
    }

    @Override
    public String toString() {
        return query(parts);
    }

    private static String query(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static boolean isAcceptable(String name, String value) {
        Pattern looks = KNOWN_BY_THEIR_LOOKS.get(name);
        return looks == null || looks.matcher(value).matches();
    }
}

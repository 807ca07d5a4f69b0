package org.upprop.page.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.upprop.appeal.Appeal;
import org.upprop.site.Language;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/**
 * Whoever asks for a page, as far as the page depends on it. The interface and the appeal are each in the language that
 * the reader reads best of those that there are, and so may be in two.
 *
 * @param lang the language that the address asks for
 * @param accepted what the browser accepts, as {@code Accept-Language} says it
 * @param source the site that led here, as the address says it
 * @param framed whether the page stands in a frame on that site
 */
public record Reader(
        @Nullable String lang,
        @Nullable String accepted,
        @Nullable String source,
        boolean framed) {

    /** The page that stands in frames, below an appeal's. */
    public static final String FRAMED = "/embed";

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9-]{1,35}");

    public Reader {
        lang = lang != null && TAG.matcher(lang).matches() ? lang : null;
    }

    /** The reader behind a request. Only its address counts, so that a body is neither read nor needed for it. */
    public static Reader of(HttpServletRequest request) {
        MultiValueMap<String, String> asked = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
        return new Reader(
                asked.getFirst("lang"),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                asked.getFirst("source"),
                request.getRequestURI().endsWith(FRAMED));
    }

    /** The words of the interface of an appeal's page. */
    public Words words(Vocabulary vocabulary, Appeal appeal) {
        return vocabulary.forReader(lang, accepted, appeal.originalLocale());
    }

    /** The words of a page that belongs to no appeal. */
    public Words words(Vocabulary vocabulary) {
        return vocabulary.forReader(lang, accepted, null);
    }

    /** The language of the appeal that the reader reads best. */
    public Language textOf(Appeal appeal) {
        Set<String> tags = appeal.translations().keySet();
        return new Language(Language.best(tags, lang, accepted).orElse(appeal.originalLocale()));
    }

    /** The site that led here, if the appeal knows it; an unknown one is nobody's. */
    public Optional<Appeal.Source> sourceOf(Appeal appeal) {
        return appeal.sources().stream()
                .filter(known -> known.id().equals(source))
                .findFirst();
    }

    /** Where this reader's form is sent, so that whoever signs in a frame stays there. */
    public String toForm(Appeal appeal) {
        return to(appeal, framed ? FRAMED : "");
    }

    /** The address of one of the appeal's pages, for this reader: it carries on language and source. */
    public String to(Appeal appeal, String page) {
        return address(appeal, page, lang);
    }

    /** The same in another language. */
    public String to(Appeal appeal, String page, Language language) {
        return address(appeal, page, language.tag());
    }

    private String address(Appeal appeal, String page, @Nullable String asked) {
        return UriComponentsBuilder.fromPath("/appeals/" + appeal.slug() + page)
                .queryParamIfPresent("lang", Optional.ofNullable(asked))
                .queryParamIfPresent("source", sourceOf(appeal).map(Appeal.Source::id))
                .encode()
                .build()
                .toUriString();
    }
}

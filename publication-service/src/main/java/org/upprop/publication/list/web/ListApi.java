package org.upprop.publication.list.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.upprop.publication.list.ListPart;
import org.upprop.publication.list.ListQuery;
import org.upprop.publication.list.Signatories;

/** The list and its count as JSON. */
@RestController
@RequestMapping(path = "/api/v1/appeals/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class ListApi {

    private final AskedLists lists;
    private final Signatories signatories;

    ListApi(AskedLists lists, Signatories signatories) {
        this.lists = lists;
        this.signatories = signatories;
    }

    @GetMapping(path = "/signatories", params = "id")
    ResponseEntity<ListJson> these(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters, WebRequest request) {
        AskedList list = lists.require(slug);
        List<UUID> ids = Parameters.ids(parameters);
        if (request.checkNotModified(list.etag(""))) {
            return unchanged(list, Freshness.NAMES);
        }
        ListPart part = signatories.read(list.slug(), ids);
        return answer(list.with(part.count()), part);
    }

    @GetMapping("/signatories")
    ResponseEntity<ListJson> signatories(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            WebRequest request) {
        AskedList list = lists.require(slug);
        ListQuery query = new ListQuery(
                list.slug(),
                Parameters.kind(kind),
                Parameters.country(country),
                Parameters.beginning(q),
                Parameters.after(after),
                Parameters.limit(limit));
        list.requireAllowed(query);
        if (request.checkNotModified(list.etag(""))) {
            return unchanged(list, Freshness.NAMES);
        }
        ListPart part = signatories.read(query);
        return answer(list.with(part.count()), part);
    }

    @GetMapping("/count")
    ResponseEntity<CountJson> count(@PathVariable String slug, WebRequest request) {
        AskedList list = lists.require(slug);
        return request.checkNotModified(list.etag(""))
                ? unchanged(list, Freshness.COUNTS)
                : answer(list, Freshness.COUNTS, CountJson.of(list));
    }

    private static <B> ResponseEntity<B> unchanged(AskedList list, Freshness freshness) {
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                .eTag(list.etag(""))
                .cacheControl(freshness.header())
                .build();
    }

    private static ResponseEntity<ListJson> answer(AskedList list, ListPart part) {
        return answer(list, Freshness.NAMES, ListJson.of(list, part));
    }

    private static <B> ResponseEntity<B> answer(AskedList list, Freshness freshness, B body) {
        return ResponseEntity.ok()
                .eTag(list.etag(""))
                .cacheControl(freshness.header())
                .body(body);
    }
}

package org.upprop.publication.list.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.upprop.publication.list.ListPart;
import org.upprop.publication.list.ListQuery;
import org.upprop.publication.list.Signatories;
import tools.jackson.databind.json.JsonMapper;

/** The list and its count as JSON. */
@RestController
@RequestMapping(path = "/api/v1/appeals/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class ListApi {

    private final AskedLists lists;
    private final Signatories signatories;
    private final Cursors cursors;
    private final Answers answers;
    private final JsonMapper json;

    ListApi(AskedLists lists, Signatories signatories, Cursors cursors, Answers answers, JsonMapper json) {
        this.lists = lists;
        this.signatories = signatories;
        this.cursors = cursors;
        this.answers = answers;
        this.json = json;
    }

    @GetMapping(path = "/signatories", params = "id")
    ResponseEntity<byte[]> these(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            ServletWebRequest request) {
        AskedList list = lists.require(slug);
        List<UUID> ids = Parameters.ids(parameters);
        return names(list, ids, request, () -> signatories.read(list.slug(), ids));
    }

    @GetMapping("/signatories")
    ResponseEntity<byte[]> signatories(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            ServletWebRequest request) {
        AskedList list = lists.require(slug);
        ListQuery query = new ListQuery(
                list.slug(),
                Parameters.kind(kind),
                Parameters.country(country),
                Parameters.beginning(q),
                cursors.read(list.slug(), after),
                Parameters.limit(limit));
        list.requireAllowed(query);
        return names(list, query, request, () -> signatories.read(query));
    }

    @GetMapping("/count")
    ResponseEntity<byte[]> count(@PathVariable String slug, ServletWebRequest request) {
        AskedList list = lists.require(slug);
        return answers.to(
                Question.inJson(list, "count", Freshness.COUNTS),
                request,
                () -> new Answer(list.etag(""), json.writeValueAsBytes(CountJson.of(list)), list.seen()));
    }

    private ResponseEntity<byte[]> names(
            AskedList list, Object what, ServletWebRequest request, Supplier<ListPart> read) {
        return answers.to(Question.inJson(list, what, Freshness.NAMES), request, () -> {
            long began = System.nanoTime();
            ListPart part = read.get();
            AskedList now = list.with(part.count());
            String next = cursors.write(list.slug(), part.next());
            return new Answer(now.etag(""), json.writeValueAsBytes(ListJson.of(now, part, next)), began);
        });
    }
}

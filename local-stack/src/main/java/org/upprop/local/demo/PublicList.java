package org.upprop.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The public list at one moment, as any reader gets it.
 *
 * @param total everybody who is counted, seen or not
 * @param hidden those of them who are not seen
 */
record PublicList(List<Listed> names, long total, long hidden) {

    /** Nothing where the publication has not heard of the appeal yet. */
    static Optional<PublicList> find(Http http, String publication, String slug) {
        String list = "%s/api/v1/appeals/%s".formatted(publication, slug);
        return http.findJson(list + "/count").map(count -> read(http, list, count));
    }

    private static PublicList read(Http http, String list, JsonNode count) {
        List<Listed> names = new ArrayList<>();
        String page = list + "/signatories?limit=100";
        while (!page.isEmpty()) {
            JsonNode answer = http.getJson(page);
            answer.path("items").forEach(item -> names.add(Listed.of(item)));
            String next = answer.path("next").asString("");
            page = next.isEmpty() ? "" : "%s/signatories?limit=100&after=%s".formatted(list, next);
        }
        return new PublicList(
                names, count.path("total").asLong(), count.path("hidden").asLong());
    }
}

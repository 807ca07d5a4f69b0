package org.upprop.local.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of a run on the public list, as any reader finds them. */
final class ListedNames {

    private final Web web;
    private final String signatories;

    ListedNames(Web web, String publication, String slug, String run) {
        this.web = web;
        this.signatories = "%s/api/v1/appeals/%s/signatories?limit=100&q=%s".formatted(publication, slug, run);
    }

    /** How often each name stands there; nothing while the list does not answer. */
    Optional<Map<String, Integer>> read() throws InterruptedException {
        Map<String, Integer> names = new HashMap<>();
        String page = signatories;
        while (true) {
            Answer answer = web.send(Web.to(page));
            if (answer.status() != 200) {
                return Optional.empty();
            }
            JsonNode part = JsonMapper.shared().readTree(answer.body());
            part.path("items").forEach(item -> names.merge(item.path("name").asString(), 1, Integer::sum));
            String next = part.path("next").asString("");
            if (next.isEmpty()) {
                return Optional.of(names);
            }
            page = signatories + "&after=" + next;
        }
    }
}

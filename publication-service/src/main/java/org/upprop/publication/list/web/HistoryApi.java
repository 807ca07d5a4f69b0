package org.upprop.publication.list.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.upprop.publication.list.Histories;
import org.upprop.publication.list.ListHistory;
import org.upprop.publication.list.Resolution;
import tools.jackson.databind.json.JsonMapper;

/** How a list grew, by hour or by day. */
@RestController
class HistoryApi {

    private final AskedLists lists;
    private final Histories histories;
    private final Answers answers;
    private final JsonMapper json;

    HistoryApi(AskedLists lists, Histories histories, Answers answers, JsonMapper json) {
        this.lists = lists;
        this.histories = histories;
        this.answers = answers;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/appeals/{slug}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> history(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String resolution,
            ServletWebRequest request) {
        AskedList list = lists.require(slug);
        Resolution asked = Parameters.resolution(resolution);
        if (list.isAtRisk() && asked == Resolution.HOUR) {
            throw InvalidParameter.atRisk("resolution", "Must be day: these signatories are at risk where they live.");
        }
        return answers.to(Question.inJson(list, "history " + asked.id(), Freshness.COUNTS), request, () -> {
            long began = System.nanoTime();
            ListHistory history = histories.read(list.slug(), asked);
            AskedList now = list.with(history.count());
            return new Answer(now.etag(""), json.writeValueAsBytes(HistoryJson.of(now, history)), began);
        });
    }
}

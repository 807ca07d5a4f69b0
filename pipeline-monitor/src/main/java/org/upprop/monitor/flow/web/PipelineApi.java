package org.upprop.monitor.flow.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.monitor.flow.Cluster;
import org.upprop.monitor.flow.History;
import org.upprop.monitor.flow.PipelineWatch;
import org.upprop.monitor.flow.Span;
import org.upprop.monitor.web.Problems;

/** The flow as JSON. */
@RestController
class PipelineApi {

    private final PipelineWatch watch;
    private final Cluster cluster;
    private final History history;

    PipelineApi(PipelineWatch watch, Cluster cluster, History history) {
        this.watch = watch;
        this.cluster = cluster;
        this.history = history;
    }

    @GetMapping(path = "/api/v1/pipeline", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PipelineJson> pipeline() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(PipelineJson.of(
                        watch.pipeline().orElseThrow(PipelineApi::notYet), watch.brokerAnswers(), cluster.brokers()));
    }

    @GetMapping(path = "/api/v1/pipeline/history", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<HistoryJson> history(@RequestParam(defaultValue = "15m") String of) {
        Span span = Span.of(of)
                .orElseThrow(
                        () -> Problems.of(HttpStatus.BAD_REQUEST, "no-such-span", "The history is of 15m or 24h."));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(HistoryJson.of(span, history));
    }

    /** The broker did not answer since this instance started. */
    private static ErrorResponseException notYet() {
        return Problems.later("The broker has not answered yet.");
    }
}

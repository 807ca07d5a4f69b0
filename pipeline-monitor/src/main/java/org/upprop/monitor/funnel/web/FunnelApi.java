package org.upprop.monitor.funnel.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holder;
import org.upprop.monitor.funnel.Count;
import org.upprop.monitor.funnel.Funnel;
import org.upprop.monitor.funnel.FunnelWatch;
import org.upprop.monitor.funnel.MailQueue;
import org.upprop.monitor.funnel.Passed;
import org.upprop.monitor.funnel.Span;
import org.upprop.monitor.web.Problems;

/** The funnel and the queue of mails as JSON. */
@RestController
class FunnelApi {

    private final FunnelWatch watch;

    FunnelApi(FunnelWatch watch) {
        this.watch = watch;
    }

    @GetMapping(path = "/api/v1/funnel", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FunnelJson> funnel(Holder who) {
        MailQueue mails = watch.mails().orElseThrow(FunnelApi::unknown);
        Map<String, SpanJson> spans = new LinkedHashMap<>();
        for (Span span : Span.values()) {
            watch.of(span).ifPresent(funnel -> spans.put(span.id(), SpanJson.of(funnel)));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new FunnelJson(mails, spans));
    }

    private static ErrorResponseException unknown() {
        return Problems.later("Verification does not tell it now.");
    }

    /** @param spans by the name of their steps, those that are known */
    record FunnelJson(MailQueue mailQueue, Map<String, SpanJson> spans) {}

    /** The fields are those of {@link Funnel}. */
    record SpanJson(Instant asOf, Instant begin, long stepSeconds, int steps, Passed total, List<Count> passed) {

        static SpanJson of(Funnel funnel) {
            return new SpanJson(
                    funnel.asOf(),
                    funnel.begin(),
                    funnel.stepSeconds(),
                    funnel.steps(),
                    funnel.total(),
                    funnel.passed());
        }
    }
}

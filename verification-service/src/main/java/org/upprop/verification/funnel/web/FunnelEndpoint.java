package org.upprop.verification.funnel.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.stereotype.Component;
import org.upprop.verification.funnel.Funnel;
import org.upprop.verification.funnel.Passed;
import org.upprop.verification.funnel.Span;

/** The funnel where the metrics are, {@code /actuator/funnel/minute}, {@code hour} and {@code day}. */
@Component
@Endpoint(id = "funnel")
class FunnelEndpoint {

    private final Funnel funnel;
    private final InstantSource clock;

    FunnelEndpoint(Funnel funnel, InstantSource clock) {
        this.funnel = funnel;
        this.clock = clock;
    }

    @ReadOperation
    FunnelJson funnel(@Selector Span span) {
        Instant now = clock.instant();
        return new FunnelJson(now, span.begin(now), span.step().toSeconds(), span.steps(), funnel.passed(span, now));
    }

    /**
     * The funnel of a span.
     *
     * @param begin when its first step began; its last one is not over
     */
    record FunnelJson(Instant asOf, Instant begin, long stepSeconds, int steps, List<Passed> passed) {}
}

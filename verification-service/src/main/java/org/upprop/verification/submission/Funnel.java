package org.upprop.verification.submission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.verification.signature.SignatureState;

/** How many signatures are in each state. All of them are counted for it, so it is looked up seldom. */
@Component
class Funnel {

    private static final Logger LOG = LoggerFactory.getLogger(Funnel.class);

    private final Submissions submissions;
    private volatile @Nullable Map<SignatureState, Long> seen;

    Funnel(Submissions submissions, MeterRegistry meters) {
        this.submissions = submissions;
        for (SignatureState state : SignatureState.values()) {
            Gauge.builder("upprop.funnel", () -> in(state))
                    .tag("state", state.id())
                    .description("Signatures by the state that they are in")
                    .register(meters);
        }
    }

    // At a fixed rate each run has a thread of its own, so that a long one holds up nothing else that is scheduled.
    @Scheduled(fixedRateString = "${upprop.metrics.funnel-interval:1m}")
    void look() {
        try {
            seen = submissions.inStates();
        } catch (RuntimeException databaseAway) {
            seen = null;
            LOG.debug("The signatures cannot be counted", databaseAway);
        }
    }

    private double in(SignatureState state) {
        Map<SignatureState, Long> known = seen;
        return known == null ? Double.NaN : known.getOrDefault(state, 0L);
    }
}

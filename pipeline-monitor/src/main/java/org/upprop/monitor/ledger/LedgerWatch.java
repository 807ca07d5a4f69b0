package org.upprop.monitor.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.upprop.monitor.flow.PartitionFlow;
import org.upprop.monitor.flow.PipelineWatch;
import org.upprop.monitor.flow.Stage;

/** Asks for the ledger again and again, and lays it beside the topics. Any instance of verification tells all of it. */
@Component
public class LedgerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PipelineWatch pipeline;
    private final InstantSource clock;
    private final RestClient verification;
    private volatile Optional<Balance> present = Optional.empty();

    LedgerWatch(LedgerProperties properties, PipelineWatch pipeline, InstantSource clock, MeterRegistry meters) {
        this.pipeline = pipeline;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        verification = RestClient.builder()
                .baseUrl(properties.managementUrl())
                .requestFactory(requests)
                .build();
        gauge(meters, "upprop.ledger.lost", "Records and submissions of which nobody knows what became", Balance::lost);
        gauge(meters, "upprop.ledger.in.flight", "Records that are not in the ledger yet", Balance::inFlight);
    }

    /** The last one, if verification answered when it was asked last. */
    public Optional<Balance> balance() {
        return present;
    }

    @Scheduled(fixedDelayString = "${upprop.monitor.ledger:10s}")
    void look() {
        Instant now = clock.instant();
        // The ends of the topics first: what is counted later is in flight no more.
        List<PartitionFlow> partitions = pipeline.pipeline()
                .map(flow -> flow.of(Stage.VERIFICATION).partitions())
                .orElse(List.of());
        try {
            present = Optional.ofNullable(verification
                            .get()
                            .uri("/actuator/ledger")
                            .retrieve()
                            .body(Sheet.class))
                    .map(sheet -> Balance.of(now, sheet, partitions));
        } catch (RestClientException away) {
            if (present.isPresent()) {
                LOG.warn("Verification does not tell the ledger: {}", away.getMessage());
            }
            present = Optional.empty();
        }
    }

    private void gauge(MeterRegistry meters, String name, String description, ToLongFunction<Balance> number) {
        Gauge.builder(
                        name,
                        this,
                        watch -> watch.balance()
                                .map(balance -> (double) number.applyAsLong(balance))
                                .orElse(Double.NaN))
                .description(description)
                .register(meters);
    }
}

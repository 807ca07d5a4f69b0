package org.upprop.monitor.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.delivery.Away;

/** Looks at the broker again and again, and keeps what was seen within the window. */
@Component
public class PipelineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineWatch.class);

    private final Looks looks;
    private final History history;
    private final Deque<Sighting> seen = new ArrayDeque<>();
    private volatile Optional<Pipeline> present = Optional.empty();
    private volatile boolean brokerAnswers;
    private volatile CountDownLatch next = new CountDownLatch(1);

    PipelineWatch(Looks looks, History history) {
        this.looks = looks;
        this.history = history;
    }

    /** The flow as it was at the last look that the broker answered; nothing before the first. */
    public Optional<Pipeline> pipeline() {
        return present;
    }

    /** Whether the broker answered the last look. */
    public boolean brokerAnswers() {
        return brokerAnswers;
    }

    /** Returns once somebody looked again, or after a while. */
    public void awaitNext(Duration atMost) throws InterruptedException {
        boolean ignored = next.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Scheduled(fixedDelayString = "${upprop.monitor.look:1s}")
    void look() throws InterruptedException {
        lookOnce();
        CountDownLatch over = next;
        next = new CountDownLatch(1);
        over.countDown();
    }

    private void lookOnce() throws InterruptedException {
        try {
            saw(looks.look());
            brokerAnswers = true;
        } catch (Away away) {
            if (brokerAnswers) {
                LOG.warn("The broker does not answer; what is shown is what was seen last ({})", away.getMessage());
            }
            brokerAnswers = false;
        }
    }

    private void saw(Sighting sighting) {
        seen.addLast(sighting);
        Instant oldest = sighting.at().minus(Pipeline.WINDOW);
        // One that is older stays, so that the rest and it cover the window.
        while (seen.size() > 2 && !secondOldest().isAfter(oldest)) {
            seen.removeFirst();
        }
        Pipeline pipeline = Pipeline.of(List.copyOf(seen));
        history.saw(pipeline);
        present = Optional.of(pipeline);
    }

    private Instant secondOldest() {
        return seen.stream().skip(1).findFirst().orElseThrow().at();
    }
}

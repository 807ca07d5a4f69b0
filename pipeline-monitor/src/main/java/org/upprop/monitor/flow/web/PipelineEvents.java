package org.upprop.monitor.flow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.monitor.flow.Cluster;
import org.upprop.monitor.flow.Pipeline;
import org.upprop.monitor.flow.PipelineWatch;
import org.upprop.monitor.web.Problems;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the flow after each look, as server-sent events. All listeners hear of the same looks, so they cost the broker
 * nothing; each waits in a virtual thread.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent events</a>
 */
@RestController
class PipelineEvents {

    private static final int MOST_LISTENERS = 200;

    /** Proxies cut connections on which nothing comes for a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

    private static final String COMES_BACK_AFTER = "retry: 5000\n\n";

    private final PipelineWatch watch;
    private final Cluster cluster;
    private final JsonMapper json;
    private final Semaphore places = new Semaphore(MOST_LISTENERS);
    private volatile boolean closing;

    PipelineEvents(PipelineWatch watch, Cluster cluster, JsonMapper json) {
        this.watch = watch;
        this.cluster = cluster;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/pipeline/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(HttpServletResponse response) throws IOException, InterruptedException {
        if (!places.tryAcquire()) {
            throw Problems.later("%d listen already, and no more can.".formatted(MOST_LISTENERS));
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            tell(response.getOutputStream());
        } finally {
            places.release();
        }
    }

    private void tell(OutputStream out) throws IOException, InterruptedException {
        out.write(bytes(COMES_BACK_AFTER));
        String told = "";
        while (!closing) {
            String event = watch.pipeline().map(this::event).orElse("");
            out.write(bytes(event.equals(told) ? ":\n\n" : event));
            out.flush();
            told = event;
            watch.awaitNext(SIGN_OF_LIFE);
        }
    }

    private String event(Pipeline pipeline) {
        return "event: look\ndata: %s\n\n"
                .formatted(
                        json.writeValueAsString(PipelineJson.of(pipeline, watch.brokerAnswers(), cluster.brokers())));
    }

    /** A shutdown waits for answers that go on, and these would go on for ever. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.upprop.publication.list.web;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.delivery.Away;
import org.upprop.publication.list.ListProperties;
import org.upprop.publication.list.ListStates;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the count of a list as it changes, as server-sent events. All listeners of an instance hear of the looks that it
 * takes at the database anyway; each waits in a virtual thread, so one that reads slowly holds up nobody else.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent events</a>
 */
@RestController
class CountEvents {

    /** Proxies cut connections on which nothing comes for a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

    private static final String COMES_BACK_AFTER = "retry: 5000\n\n";

    private final AskedLists lists;
    private final ListStates states;
    private final JsonMapper json;
    private final Semaphore places;
    private volatile boolean closing;

    CountEvents(AskedLists lists, ListStates states, ListProperties properties, JsonMapper json) {
        this.lists = lists;
        this.states = states;
        this.json = json;
        this.places = new Semaphore(properties.streams());
    }

    @GetMapping(path = "/api/v1/appeals/{slug}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(@PathVariable String slug, HttpServletResponse response) throws IOException, InterruptedException {
        AskedList list = lists.require(slug);
        if (!places.tryAcquire()) {
            throw new Away("a place for another listener");
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            tell(list, response);
        } finally {
            places.release();
        }
    }

    private void tell(AskedList first, HttpServletResponse response) throws IOException, InterruptedException {
        OutputStream out = response.getOutputStream();
        out.write(bytes(COMES_BACK_AFTER));
        String told = "";
        AskedList list = first;
        long heard = System.nanoTime();
        while (!closing) {
            String etag = list.etag("");
            if (!etag.equals(told)) {
                out.write(bytes("event: count\nid: %s\ndata: %s\n\n"
                        .formatted(etag.replace("\"", ""), json.writeValueAsString(CountJson.of(list)))));
                out.flush();
                told = etag;
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > SIGN_OF_LIFE.toNanos()) {
                out.write(bytes(":\n\n"));
                out.flush();
                heard = System.nanoTime();
            }
            states.awaitNext(SIGN_OF_LIFE);
            list = lists.require(first.slug().value());
        }
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

package org.upprop.monitor.flow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.upprop.control.messaging.BrakeBook;
import org.upprop.monitor.flow.Cluster;
import org.upprop.monitor.flow.History;
import org.upprop.monitor.flow.Pipeline;
import org.upprop.monitor.flow.PipelineWatch;
import org.upprop.monitor.funnel.FunnelWatch;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The flow as a page, in the reader's language. */
@Controller
class FlowPage {

    static final Vocabulary WORDS = Spoken.vocabulary("messages.flow");

    private final PipelineWatch watch;
    private final Cluster cluster;
    private final History history;
    private final BrakeBook brakes;
    private final FunnelWatch funnel;
    private final MonitorPages pages;

    FlowPage(
            PipelineWatch watch,
            Cluster cluster,
            History history,
            BrakeBook brakes,
            FunnelWatch funnel,
            MonitorPages pages) {
        this.watch = watch;
        this.cluster = cluster;
        this.history = history;
        this.brakes = brakes;
        this.funnel = funnel;
        this.pages = pages;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        Pipeline pipeline = watch.pipeline().orElse(null);
        return pages.answer(
                answer(pipeline),
                "flow.jte",
                new FlowView(
                        pages.frame(reader, words),
                        words,
                        pages.stylesheet(),
                        Optional.of(pages.script()),
                        pipeline,
                        cluster.brokers(),
                        history,
                        watch.brokerAnswers(),
                        brakes.all(),
                        funnel.mails().orElse(null)));
    }

    private static BodyBuilder answer(@Nullable Pipeline pipeline) {
        return pipeline == null
                ? ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "1")
                : ResponseEntity.ok();
    }
}

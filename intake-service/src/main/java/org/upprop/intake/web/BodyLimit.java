package org.upprop.intake.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Reads the body before anybody works on the request, and refuses one that is too large, too slow or encoded. It counts
 * bytes and seconds, whatever the headers say. The limit is what a signature needs, unless a filter before this one has
 * raised it.
 */
@Component
@Order(BodyLimit.ORDER)
public class BodyLimit extends OncePerRequestFilter {

    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 200;

    private static final int SIGNATURE_BYTES = 8 * 1024;
    private static final String RAISED = BodyLimit.class.getName() + ".raised";

    private final HandlerExceptionResolver problems;
    private final BodyProperties properties;
    private final AtomicInteger reading = new AtomicInteger();

    BodyLimit(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            BodyProperties properties,
            MeterRegistry meters) {
        this.problems = problems;
        this.properties = properties;
        Gauge.builder("upprop.bodies.reading", reading, AtomicInteger::get)
                .description("Bodies that are coming in")
                .register(meters);
    }

    /** Allows this request a longer body. */
    public static void raise(HttpServletRequest request, int bytes) {
        request.setAttribute(RAISED, bytes);
    }

    /** Refuses a request of which no body was read, for a filter before this one. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, ErrorResponseException problem)
            throws IOException {
        refuse(request, response, new IncomingBody(request, properties.patience()), problem);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = request.getAttribute(RAISED) instanceof Integer raised ? raised : SIGNATURE_BYTES;
        IncomingBody body = new IncomingBody(request, properties.patience());
        if (isEncoded(request)) {
            refuse(request, response, body, Problem.ENCODED.exception());
            return;
        }
        switch (counted(() -> body.read(limit))) {
            case IncomingBody.Reading.Whole(var bytes) -> pass(request, bytes, response, chain);
            case IncomingBody.Reading.TooLarge tooLarge ->
                refuse(request, response, body, Problem.TOO_LARGE.exception("At most " + limit / 1024 + " KiB."));
            case IncomingBody.Reading.TooSlow tooSlow ->
                refuse(request, response, body, Problem.TOO_SLOW.exception(properties.rule()));
            case IncomingBody.Reading.Broken broken ->
                refuse(request, response, body, Problem.MALFORMED.exception("The body breaks off."));
        }
    }

    private void pass(HttpServletRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedRequest buffered;
        try {
            buffered = BufferedRequest.of(request, body);
        } catch (IllegalArgumentException unreadable) {
            answer(request, response, Problem.MALFORMED.exception(FormFields.RULE));
            return;
        }
        chain.doFilter(buffered, response);
    }

    /** Answers first, for whoever reads while sending, and closes the connection. */
    private void refuse(
            HttpServletRequest request, HttpServletResponse response, IncomingBody body, ErrorResponseException problem)
            throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        answer(request, response, problem);
        response.flushBuffer();
        // Who asks before sending need not send what was refused.
        if (request.getHeader(HttpHeaders.EXPECT) == null) {
            counted(() -> {
                body.skip();
                return true;
            });
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, ErrorResponseException problem) {
        // What broke off or fell silent, the server has refused already.
        if (!response.isCommitted()) {
            problems.resolveException(BufferedRequest.refused(request), response, null, problem);
        }
    }

    private <T> T counted(Supplier<T> work) {
        reading.incrementAndGet();
        try {
            return work.get();
        } finally {
            reading.decrementAndGet();
        }
    }

    private static boolean isEncoded(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !"identity".equalsIgnoreCase(encoding.strip());
    }
}

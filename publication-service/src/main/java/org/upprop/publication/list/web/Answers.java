package org.upprop.publication.list.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.upprop.delivery.Failure;
import org.upprop.publication.list.ListProperties;
import org.upprop.publication.list.ListStates;

/**
 * Gives answers that are made once for each state of a list and kept ready, compressed. Whoever has the answer already is
 * told so without a question to the database. While that is away or slow the last answer stands, with its age, for as
 * long as {@link Freshness} allows.
 */
@Component
class Answers {

    private final ListStates states;
    private final Cache<String, Answer> kept;
    private final Map<String, FutureTask<Answer>> beingMade = new ConcurrentHashMap<>();

    Answers(ListStates states, ListProperties properties) {
        this.states = states;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(properties.answers().toBytes())
                .weigher((String key, Answer answer) -> key.length() * 2 + answer.weight())
                .build();
    }

    /**
     * Answers a question about a list.
     *
     * @param make makes the answer; not asked where there is one
     */
    ResponseEntity<byte[]> to(Question question, ServletWebRequest request, Supplier<Answer> make) {
        boolean gzip = Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        ListStates.Look look = states.last();
        Answer answer = kept.getIfPresent(question.key());
        if (answer == null || !answer.isCurrent(question.etag(), look)) {
            String etag = Gzip.etag(question.etag(), gzip);
            if (question.freshness().allows(look.age()) && request.checkNotModified(etag)) {
                return headed(HttpStatus.NOT_MODIFIED, question, etag, look.age())
                        .build();
            }
            answer = made(question, answer, make);
        } else if (answer.etag().equals(question.etag())) {
            answer.isTrueAt(look.began());
        }
        if (!question.freshness().allows(answer.age())) {
            answer = made(question, null, make);
        }
        String etag = Gzip.etag(answer.etag(), gzip);
        if (request.checkNotModified(etag)) {
            return headed(HttpStatus.NOT_MODIFIED, question, etag, answer.age()).build();
        }
        ResponseEntity.BodyBuilder ok =
                headed(HttpStatus.OK, question, etag, answer.age()).contentType(question.type());
        return gzip
                ? ok.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(answer.compressed())
                : ok.body(answer.body());
    }

    /** A new answer, or the last one where none can be made now. */
    private Answer made(Question question, @Nullable Answer last, Supplier<Answer> make) {
        try {
            Answer answer = madeOnce(question.key(), make);
            kept.put(question.key(), answer);
            return answer;
        } catch (RuntimeException failed) {
            if (last != null
                    && question.freshness().allows(last.age())
                    && Failure.of(failed) instanceof Failure.Outage) {
                return last;
            }
            throw failed;
        }
    }

    /** However many ask for it at the same time, one makes it. */
    private Answer madeOnce(String key, Supplier<Answer> make) {
        FutureTask<Answer> mine = new FutureTask<>(make::get);
        FutureTask<Answer> making = Objects.requireNonNullElse(beingMade.putIfAbsent(key, mine), mine);
        if (making == mine) {
            try {
                mine.run();
            } finally {
                beingMade.remove(key, mine);
            }
        }
        try {
            return making.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static ResponseEntity.BodyBuilder headed(HttpStatus status, Question question, String etag, Duration age) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .headers(question.headers())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .eTag(etag)
                .cacheControl(question.freshness().header());
        return age.toSeconds() > 0 ? answer.header(HttpHeaders.AGE, Long.toString(age.toSeconds())) : answer;
    }
}

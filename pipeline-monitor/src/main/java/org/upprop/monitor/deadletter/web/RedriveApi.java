package org.upprop.monitor.deadletter.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holder;
import org.upprop.monitor.deadletter.DeadLetterBook;
import org.upprop.monitor.deadletter.RedriveStart;
import org.upprop.monitor.deadletter.Selection;
import org.upprop.monitor.deadletter.messaging.Repairs;
import org.upprop.monitor.web.Problems;

/** Brings dead letters back and gives them up, for programs. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class RedriveApi {

    private static final String CURRENT = "/api/v1/redrives/current";

    private final Repairs repairs;
    private final DeadLetterBook book;

    RedriveApi(Repairs repairs, DeadLetterBook book) {
        this.repairs = repairs;
        this.book = book;
    }

    @PostMapping(path = "/api/v1/redrives", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> start(Holder operator, @RequestBody RedriveBody body) throws InterruptedException {
        Selection selection = body.selection();
        int perSecond = body.perSecond(repairs.fastest());
        requireReady();
        if (Boolean.TRUE.equals(body.dryRun())) {
            return answer(PreviewJson.of(repairs.preview(selection)));
        }
        return switch (repairs.start(selection, perSecond, operator.name())) {
            case RedriveStart.Begun begun ->
                ResponseEntity.accepted()
                        .location(URI.create(CURRENT))
                        .cacheControl(CacheControl.noStore())
                        .body(progress());
            case RedriveStart.Busy busy -> throw busy();
            case RedriveStart.Nothing nothing -> answer(PreviewJson.of(List.of()));
        };
    }

    @GetMapping(CURRENT)
    ResponseEntity<?> current(Holder viewer) {
        requireReady();
        return answer(progress());
    }

    @DeleteMapping(CURRENT)
    ResponseEntity<?> cancel(Holder operator) throws InterruptedException {
        requireReady();
        return repairs.cancel(operator.name())
                .map(open -> answer(progress()))
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no-redrive", "No redrive goes on."));
    }

    @PostMapping(path = "/api/v1/discards", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> discard(Holder operator, @RequestBody DiscardBody body) throws InterruptedException {
        Selection selection = body.selection();
        requireReady();
        if (Boolean.TRUE.equals(body.dryRun())) {
            return answer(PreviewJson.of(repairs.discardable(selection)));
        }
        return answer(PreviewJson.of(repairs.discard(selection, body.why(), operator.name())));
    }

    private void requireReady() {
        if (!repairs.isReady()) {
            throw Problems.later("The dead letters have not been read yet.");
        }
    }

    private RedriveJson progress() {
        return book.progress()
                .map(progress -> RedriveJson.of(progress, repairs.isAtIt()))
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no-redrive", "There was no redrive yet."));
    }

    private ErrorResponseException busy() {
        ErrorResponseException busy = Problems.of(
                HttpStatus.CONFLICT, "redrive-goes-on", "Another redrive goes on; wait for its end, or cancel it.");
        busy.getBody().setProperty("redrive", progress());
        return busy;
    }

    private static ResponseEntity<?> answer(Object body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}

package org.upprop.monitor.deadletter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holder;
import org.upprop.monitor.deadletter.DeadLetterBook;
import org.upprop.monitor.deadletter.Filter;
import org.upprop.monitor.deadletter.Listed;
import org.upprop.monitor.deadletter.Position;
import org.upprop.monitor.deadletter.messaging.Repairs;
import org.upprop.monitor.web.Problems;

/** The dead letters as JSON; what they hold is in none of it. */
@RestController
class DeadLetterApi {

    static final String PATH = "/api/v1/dead-letters";
    private static final int LONGEST_PART = 100;

    private final DeadLetterBook book;
    private final Repairs repairs;

    DeadLetterApi(DeadLetterBook book, Repairs repairs) {
        this.book = book;
        this.repairs = repairs;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DeadLettersJson> part(
            Holder viewer,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Filter filter = Choices.strict(topic, reason, state);
        if (limit < 1 || limit > LONGEST_PART) {
            throw Problems.invalidParameter("limit", "limit.range", "Must be 1 to %d.".formatted(LONGEST_PART));
        }
        Position position = after == null ? null : Cursor.read(after).orElseThrow(DeadLetterApi::unreadable);
        if (!repairs.isReady()) {
            throw Problems.later("The dead letters have not been read yet.");
        }
        List<Listed> part = book.part(filter, position, limit + 1);
        boolean isLast = part.size() <= limit;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(DeadLettersJson.of(isLast ? part : part.subList(0, limit), isLast, book.counts()));
    }

    private static RuntimeException unreadable() {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-cursor", "This is not the next of a part before.");
    }
}

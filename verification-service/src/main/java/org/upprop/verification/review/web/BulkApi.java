package org.upprop.verification.review.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.SignatureId;
import org.upprop.text.InvalidValue;
import org.upprop.verification.page.Problems;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.bulk.Bulk;
import org.upprop.verification.review.bulk.BulkReviews;
import org.upprop.verification.review.bulk.Bulks;
import org.upprop.verification.review.bulk.Criterion;
import org.upprop.verification.signature.SignatureState;

/** Decisions about many, for a reviewer's programs. */
@RestController
@RequestMapping(path = "/api/v1/bulk-reviews", produces = MediaType.APPLICATION_JSON_VALUE)
class BulkApi {

    private final BulkReviews bulks;
    private final AppealBook appeals;

    BulkApi(BulkReviews bulks, AppealBook appeals) {
        this.bulks = bulks;
        this.appeals = appeals;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> decide(Reviewer reviewer, @RequestBody Request request) {
        Criterion criterion;
        try {
            criterion = request.criterion();
        } catch (InvalidValue invalid) {
            return Problems.answer(Problems.invalid(
                    invalid.code().startsWith("mark.") ? "/mark" : "/appeal", invalid.code(), invalid.rule()));
        }
        if (criterion.appeal() != null && appeals.find(criterion.appeal()).isEmpty()) {
            return Problems.answer(Problems.invalid("/appeal", "appeal.unknown", "Must be an appeal that there is."));
        }
        if (criterion.isEmpty()) {
            return Problems.answer(
                    Problems.invalid("", "criterion.missing", "Must say an appeal, a mark, or like what."));
        }
        Optional<Criterion> within = bulks.within(reviewer, criterion);
        if (within.isEmpty()) {
            return Problems.answer(Problems.invalid(
                    "/appeal", "appeal.of-others", "Must be an appeal that the reviewer's token is for."));
        }
        if (!Boolean.FALSE.equals(request.dryRun())) {
            Bulks.Count count = bulks.count(within.get());
            return ResponseEntity.ok(new Counted(count.matched(), count.at()));
        }
        Optional<Verdict> verdict =
                Verdict.of(String.valueOf(request.decision())).filter(Verdict::isOfWhatWaits);
        if (verdict.isEmpty()) {
            return Problems.answer(Problems.invalid("/decision", "decision.unknown", "Must be approve or reject."));
        }
        String reason = request.reason();
        if (verdict.get().isToBeExplained(SignatureState.AWAITING_REVIEW) && (reason == null || reason.isBlank())) {
            return Problems.answer(
                    Problems.invalid("/reason", "reason.required", "Must be there where all are rejected."));
        }
        try {
            UUID bulk = bulks.start(reviewer, verdict.get(), Reason.typed(reason), within.get(), request.countedAt());
            return ResponseEntity.accepted()
                    .body(Answer.of(bulks.find(reviewer, bulk).orElseThrow()));
        } catch (InvalidValue invalid) {
            return Problems.answer(Problems.invalid("/reason", invalid.code(), invalid.rule()));
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<?> look(Reviewer reviewer, @PathVariable UUID id) {
        return bulks.find(reviewer, id)
                .<ResponseEntity<?>>map(bulk -> ResponseEntity.ok(Answer.of(bulk)))
                .orElseGet(() -> Problems.answer(unknown()));
    }

    /** Undoes it. */
    @DeleteMapping("/{id}")
    ResponseEntity<?> undo(Reviewer reviewer, @PathVariable UUID id) {
        return bulks.undo(reviewer, id) ? ResponseEntity.accepted().build() : Problems.answer(unknown());
    }

    private static ProblemDetail unknown() {
        return Problems.of(HttpStatus.NOT_FOUND, "no-such-bulk-review", "There is none that could be undone");
    }

    /**
     * @param countedAt as a count said; what came or changed later is not decided
     * @param dryRun only counts, unless it is {@code false}
     */
    record Request(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String appeal,
            @Nullable String mark,
            @Nullable UUID like,
            @Nullable Instant countedAt,
            @Nullable Boolean dryRun) {

        Criterion criterion() {
            return new Criterion(
                    appeal == null ? null : new AppealSlug(appeal),
                    mark == null ? null : Criterion.mark(mark),
                    like == null ? null : new SignatureId(like));
        }
    }

    record Counted(int matched, Instant countedAt) {}

    record Answer(UUID id, String state, int matched, int done) {

        static Answer of(Bulk bulk) {
            return new Answer(bulk.id(), bulk.state().name().toLowerCase(Locale.ROOT), bulk.matched(), bulk.done());
        }
    }
}

package org.upprop.verification.review.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.signature.Country;
import org.upprop.signature.SignatureId;
import org.upprop.text.InvalidValue;
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.comment.WaitingComment;
import org.upprop.verification.page.Problems;
import org.upprop.verification.review.CommentAnswer;
import org.upprop.verification.review.CommentReviews;
import org.upprop.verification.review.Reviewer;

/** The comments that wait for a reviewer, and what they decide. */
@RestController
@RequestMapping(path = "/api/v1/reviews/comments", produces = MediaType.APPLICATION_JSON_VALUE)
class CommentApi {

    private final CommentReviews reviews;

    CommentApi(CommentReviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping
    ResponseEntity<?> waiting(
            Reviewer reviewer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String appeal,
            @RequestParam(defaultValue = "50") int limit) {
        return Part.answer(
                after.isEmpty() ? Optional.of(WaitingComment.Place.START) : Cursor.readComment(after),
                limit,
                (from, most) -> reviews.waiting(reviewer, appeal, from, most),
                Item::of,
                one -> Cursor.of(one.place()));
    }

    @PostMapping(path = "/{signatureId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> decide(Reviewer reviewer, @PathVariable UUID signatureId, @RequestBody Decision decision) {
        Optional<CommentVerdict> verdict = CommentVerdict.of(String.valueOf(decision.decision()));
        if (verdict.isEmpty()) {
            return Problems.answer(
                    Problems.invalid("/decision", "decision.unknown", "Must be one of " + CommentVerdict.WORDS + "."));
        }
        try {
            return answer(
                    signatureId,
                    reviews.decide(
                            reviewer, new SignatureId(signatureId), verdict.get(), Reason.typed(decision.reason())));
        } catch (InvalidValue invalid) {
            return Problems.answer(Problems.invalid("/reason", invalid.code(), invalid.rule()));
        }
    }

    private static ResponseEntity<?> answer(UUID signatureId, CommentAnswer answer) {
        return switch (answer) {
            case CommentAnswer.Decided(var state) -> ResponseEntity.ok(new Decided(signatureId, state.id()));
            case CommentAnswer.DecidedOtherwise otherwise ->
                Problems.answer(
                        Problems.of(HttpStatus.CONFLICT, "decided-otherwise", "It was decided otherwise before"));
            case CommentAnswer.Unexplained unexplained ->
                Problems.answer(Problems.invalid(
                        "/reason", "reason.required", "Must be there where a comment is kept or taken off the list."));
            case CommentAnswer.NoComment none ->
                Problems.answer(Problems.of(
                        HttpStatus.NOT_FOUND, "no-comment", "No such signature has a comment to decide about"));
        };
    }

    record Decision(@Nullable String decision, @Nullable String reason) {}

    record Decided(UUID id, String status) {}

    /** What the list shows of whoever wrote it, and what it would show beside that. */
    record Item(
            SignatureId id,
            String appeal,
            @Nullable String name,
            @Nullable String role,
            @Nullable String affiliation,
            @Nullable String city,
            @Nullable Country country,
            String comment,
            Instant since) {

        static Item of(WaitingComment waiting) {
            var released = waiting.released();
            return new Item(
                    waiting.signature(),
                    waiting.appeal().value(),
                    released.name(),
                    released.role(),
                    released.affiliation(),
                    released.city(),
                    released.country(),
                    waiting.text(),
                    waiting.since());
        }
    }
}

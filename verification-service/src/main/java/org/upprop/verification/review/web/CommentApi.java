package org.upprop.verification.review.web;

import java.time.Instant;
import java.util.List;
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

    private static final int LONGEST_PART = 100;

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
        if (limit < 1 || limit > LONGEST_PART) {
            return Problems.answer(Problems.invalidParameter(
                    "limit", "limit.out-of-range", "Must be from 1 to " + LONGEST_PART + "."));
        }
        Optional<WaitingComment.Place> place =
                after.isEmpty() ? Optional.of(WaitingComment.Place.START) : Cursor.readComment(after);
        if (place.isEmpty()) {
            return Problems.answer(Problems.invalidParameter(
                    "after", "cursor.invalid", "Must be the `next` of an answer of this queue."));
        }
        return ResponseEntity.ok(Part.of(reviews.waiting(appeal, place.get(), limit + 1), limit));
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

    /** @param next where the next part begins, nothing where there is none */
    record Part(List<Item> items, @Nullable String next) {

        /** What stands beyond the limit tells that there is a next part. */
        static Part of(List<WaitingComment> waiting, int limit) {
            return new Part(
                    waiting.stream().limit(limit).map(Item::of).toList(),
                    waiting.size() <= limit
                            ? null
                            : Cursor.of(waiting.get(limit - 1).place()));
        }
    }

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

package org.upprop.verification.review.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatureId;
import org.upprop.text.InvalidValue;
import org.upprop.verification.page.Problems;
import org.upprop.verification.review.ReviewAnswer;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.Waiting;

/** What waits for a reviewer, and what they decide. */
@RestController
@RequestMapping(path = "/api/v1/reviews", produces = MediaType.APPLICATION_JSON_VALUE)
class ReviewApi {

    private final Reviews reviews;

    ReviewApi(Reviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping
    ResponseEntity<?> waiting(
            Reviewer reviewer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        return Part.answer(
                after.isEmpty() ? Optional.of(Waiting.Place.START) : Cursor.read(after),
                limit,
                (place, most) -> reviews.waiting(reviewer, place, most),
                Item::of,
                one -> Cursor.of(one.place()));
    }

    @PostMapping(path = "/{signatureId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> decide(Reviewer reviewer, @PathVariable UUID signatureId, @RequestBody Decision decision) {
        Optional<Verdict> verdict = Verdict.of(String.valueOf(decision.decision()));
        if (verdict.isEmpty()) {
            return Problems.answer(
                    Problems.invalid("/decision", "decision.unknown", "Must be one of " + Verdict.WORDS + "."));
        }
        try {
            return answer(
                    signatureId,
                    reviews.decide(
                            new SignatureId(signatureId),
                            new Ruling(
                                    reviewer, verdict.get(), Reason.typed(decision.reason()), decision.since(), null)));
        } catch (InvalidValue invalid) {
            return Problems.answer(Problems.invalid("/reason", invalid.code(), invalid.rule()));
        }
    }

    private static ResponseEntity<?> answer(UUID signatureId, ReviewAnswer answer) {
        return switch (answer) {
            case ReviewAnswer.Decided(var state) -> ResponseEntity.ok(new Decided(signatureId, state.id()));
            case ReviewAnswer.DecidedOtherwise otherwise ->
                Problems.answer(
                        Problems.of(HttpStatus.CONFLICT, "decided-otherwise", "It was decided otherwise before"));
            case ReviewAnswer.ChangedMeanwhile changed ->
                Problems.answer(Problems.of(
                        HttpStatus.CONFLICT, "changed-meanwhile", "Its owner has changed what waited since then"));
            case ReviewAnswer.Unexplained unexplained ->
                Problems.answer(Problems.invalid(
                        "/reason", "reason.required", "Must be there where something is kept or taken off the list."));
            case ReviewAnswer.NotUnderReview unknown ->
                Problems.answer(Problems.of(
                        HttpStatus.NOT_FOUND, "not-under-review", "No such signature waits for a reviewer"));
        };
    }

    /** @param since as the queue said; where it is given, nothing that was changed since is approved or rejected */
    record Decision(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable Instant since) {}

    record Decided(UUID id, String status) {}

    /** What the list would show, and why it is not there yet. */
    record Item(
            SignatureId id,
            String appeal,
            String kind,
            @Nullable String name,
            @Nullable String role,
            @Nullable String affiliation,
            @Nullable String city,
            @Nullable Country country,
            @Nullable String website,
            @Nullable OrganisationType organisationType,
            @Nullable String parent,
            boolean domainEvidence,
            List<String> screening,
            Instant since) {

        static Item of(Waiting waiting) {
            var released = waiting.released();
            return new Item(
                    waiting.signature(),
                    waiting.appeal().value(),
                    waiting.kind().name().toLowerCase(Locale.ROOT),
                    released.name(),
                    released.role(),
                    released.affiliation(),
                    released.city(),
                    released.country(),
                    released.website(),
                    released.organisationType(),
                    released.parent(),
                    waiting.evidence(),
                    waiting.screening(),
                    waiting.since());
        }
    }
}

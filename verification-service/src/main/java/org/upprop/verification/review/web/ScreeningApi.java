package org.upprop.verification.review.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.text.InvalidValue;
import org.upprop.verification.page.Problems;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.RuleBook;
import org.upprop.verification.screening.RuleKind;
import org.upprop.verification.screening.ScreeningRule;

/** The rules of screening, for a reviewer's programs. They hold for all appeals, and so only reviewers of all see them. */
@RestController
@RequestMapping(path = "/api/v1/screening-rules", produces = MediaType.APPLICATION_JSON_VALUE)
class ScreeningApi {

    private static final String KINDS =
            Arrays.stream(RuleKind.values()).map(RuleKind::word).collect(Collectors.joining(", "));

    private final RuleBook rules;

    ScreeningApi(RuleBook rules) {
        this.rules = rules;
    }

    @GetMapping
    Rules all(Reviewer reviewer) {
        requireAll(reviewer);
        return new Rules(rules.all().stream().map(Rule::of).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> add(Reviewer reviewer, @RequestBody NewRule rule) {
        requireAll(reviewer);
        Optional<RuleKind> kind = RuleKind.of(String.valueOf(rule.kind()));
        if (kind.isEmpty()) {
            return Problems.answer(Problems.invalid("/kind", "kind.unknown", "Must be one of " + KINDS + "."));
        }
        if (rule.value() == null) {
            return Problems.answer(Problems.invalid("/value", "value.missing", "Must be there."));
        }
        try {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(Rule.of(rules.add(reviewer, kind.get(), rule.value(), rule.note())));
        } catch (InvalidValue invalid) {
            return Problems.answer(Problems.invalid(
                    invalid.code().startsWith("note.") ? "/note" : "/value", invalid.code(), invalid.rule()));
        }
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> remove(Reviewer reviewer, @PathVariable UUID id) {
        requireAll(reviewer);
        return rules.remove(reviewer, id)
                ? ResponseEntity.noContent().build()
                : Problems.answer(Problems.of(HttpStatus.NOT_FOUND, "no-such-rule", "There is no such rule"));
    }

    static void requireAll(Reviewer reviewer) {
        if (!reviewer.remit().isAll()) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
    }

    record NewRule(
            @Nullable String kind,
            @Nullable String value,
            @Nullable String note) {}

    record Rules(List<Rule> items) {}

    record Rule(
            UUID id, String kind, String value, @Nullable String note, String addedBy, Instant addedAt) {

        static Rule of(ScreeningRule rule) {
            return new Rule(rule.id(), rule.kind().word(), rule.value(), rule.note(), rule.addedBy(), rule.addedAt());
        }
    }
}

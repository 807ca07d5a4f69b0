package org.upprop.verification.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.site.Words;
import org.upprop.text.InvalidValue;
import org.upprop.verification.review.RuleBook;
import org.upprop.verification.screening.RuleKind;
import org.upprop.verification.screening.ScreeningRule;

/** The page of the rules of screening. */
@Controller
class ScreeningPage {

    private static final String PATH = "/reviews/screening";

    private final RuleBook rules;
    private final Desks desks;
    private final DeskPages pages;

    ScreeningPage(RuleBook rules, Desks desks, DeskPages pages) {
        this.rules = rules;
        this.desks = desks;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> all(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        ScreeningApi.requireAll(who.reviewer());
        Words words = DeskPages.words(request);
        return pages.page(
                response,
                HttpStatus.OK,
                "screening",
                words,
                new ScreeningSheet(
                        desks.of(who, "screening", words, request),
                        rules.all().stream().map(rule -> line(rule, words)).toList()));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> add(
            SignedIn who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String note) {
        ScreeningApi.requireAll(who.reviewer());
        Optional<RuleKind> of = RuleKind.of(kind);
        if (of.isEmpty()) {
            return said("no-decision");
        }
        try {
            rules.add(who.reviewer(), of.get(), value, note);
            return said("rule-add");
        } catch (InvalidValue invalid) {
            return said(invalid.code().equals("rules.too-many") ? "no-rule-room" : "no-rule-value");
        }
    }

    @PostMapping(path = PATH + "/{rule}/removal", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> remove(SignedIn who, @PathVariable UUID rule) {
        ScreeningApi.requireAll(who.reviewer());
        return said(rules.remove(who.reviewer(), rule) ? "rule-remove" : "no-rule");
    }

    private static ResponseEntity<String> said(String word) {
        return DeskPages.to(PATH, Map.of("said", word));
    }

    private static ScreeningSheet.Line line(ScreeningRule rule, Words words) {
        boolean hash = rule.kind() == RuleKind.ADDRESS;
        return new ScreeningSheet.Line(
                rule.id().toString(),
                words.say("screening.kind." + rule.kind().word()),
                hash ? rule.value().substring(0, 8) + "…" : rule.value(),
                rule.note(),
                words.say("screening.by", rule.addedBy(), words.day(rule.addedAt())));
    }
}

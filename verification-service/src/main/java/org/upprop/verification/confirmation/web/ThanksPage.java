package org.upprop.verification.confirmation.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.control.Brakes;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;
import org.upprop.verification.language.Languages;
import org.upprop.verification.page.Pages;
import org.upprop.verification.signature.Decision;
import org.upprop.verification.signature.SignatureState;

/** What stays in the address bar and the history after a decision: the appeal and the decision, and no token. */
@Controller
class ThanksPage {

    private static final Set<SignatureState> DECIDED = Set.of(
            SignatureState.LISTED,
            SignatureState.AWAITING_REVIEW,
            SignatureState.CHANGE_AWAITING_REVIEW,
            SignatureState.NOT_MINE,
            SignatureState.WITHDRAWN,
            SignatureState.INVALIDATED,
            SignatureState.REJECTED);

    private static final Set<SignatureState> COUNTS =
            Set.of(SignatureState.LISTED, SignatureState.AWAITING_REVIEW, SignatureState.CHANGE_AWAITING_REVIEW);

    private final Pages pages;
    private final AppealBook appeals;
    private final PublicUrls urls;
    private final Brakes brakes;
    private final InstantSource clock;

    ThanksPage(Pages pages, AppealBook appeals, PublicUrls urls, Brakes brakes, InstantSource clock) {
        this.pages = pages;
        this.appeals = appeals;
        this.urls = urls;
        this.brakes = brakes;
        this.clock = clock;
    }

    @GetMapping("/verify/thanks/{slug}/{status}")
    ResponseEntity<String> thanks(
            @PathVariable AppealSlug slug,
            @PathVariable String status,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String lang) {
        return Arrays.stream(SignatureState.values())
                .filter(DECIDED::contains)
                .filter(state -> state.id().equals(status))
                .flatMap(
                        state -> appeals.find(slug).stream().map(appeal -> page(appeal, state, decision, source, lang)))
                .findFirst()
                .orElseGet(() -> pages.problem(HttpStatus.NOT_FOUND, Languages.forReader(lang), "page"));
    }

    private ResponseEntity<String> page(Appeal appeal, SignatureState state, String word, String source, String lang) {
        Words words = Languages.forReader(lang, null, appeal);
        AppealSheet sheet = AppealSheet.of(appeal, source, words, urls);
        Decision decision = COUNTS.contains(state) ? shown(word) : null;
        boolean shares = COUNTS.contains(state) && !appeal.policy().atRisk();
        boolean organisation = decision == Decision.AUTHORISED;
        return pages.page(
                HttpStatus.OK,
                "thanks",
                words,
                new ThanksSheet(
                        sheet,
                        state.id(),
                        decision == null ? null : decision.word(),
                        when(state, decision, appeal.policy().atRisk()),
                        shares ? Sharing.links(appeal, sheet, words) : List.of(),
                        shares ? sheet.page() : null,
                        other(appeal, sheet, state, organisation),
                        organisation));
    }

    private static @Nullable Decision shown(String word) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.word().equals(word))
                .filter(decision -> decision.display().isPresent())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String when(SignatureState state, @Nullable Decision decision, boolean atRisk) {
        return switch (state) {
            case AWAITING_REVIEW -> "review";
            case LISTED -> atRisk ? "held" : decision == Decision.HIDDEN ? "counted" : "soon";
            default -> null;
        };
    }

    private @Nullable URI other(Appeal appeal, AppealSheet sheet, SignatureState state, boolean organisation) {
        if (!COUNTS.contains(state) || !brakes.isOpen(appeal, clock.instant())) {
            return null;
        }
        return URI.create(sheet.page() + "&as=" + (organisation ? "individual" : "organisation") + "#sign");
    }
}

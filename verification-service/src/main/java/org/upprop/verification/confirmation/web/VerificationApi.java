package org.upprop.verification.confirmation.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.site.PublicUrls;
import org.upprop.verification.confirmation.Answer;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.link.Token;
import org.upprop.verification.page.Problems;
import org.upprop.verification.signature.SignatureState;

/** The decision as JSON, for a site that shows the page itself. */
@RestController
class VerificationApi {

    private final Confirmations confirmations;
    private final PublicUrls urls;

    VerificationApi(Confirmations confirmations, PublicUrls urls) {
        this.confirmations = confirmations;
        this.urls = urls;
    }

    @PostMapping(path = "/api/v1/verifications/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> decide(@PathVariable Token token, @RequestBody Request request) {
        String word = request.decision() == null ? "" : request.decision();
        return switch (confirmations.decide(token, word)) {
            case Answer.NoSuchLink none -> Problems.answer(noSuchLink());
            case Answer.NothingChosen nothing -> Problems.answer(missing(request));
            case Answer.Decided(Linked signature, SignatureState state) -> decided(signature, state, token);
            case Answer.DecidedBefore(Linked signature) -> decided(signature, signature.state(), token);
            case Answer.ChangedMeanwhile(Linked signature) -> decided(signature, signature.state(), token);
        };
    }

    private ResponseEntity<Response> decided(Linked signature, SignatureState state, Token token) {
        return ResponseEntity.ok(new Response(
                state.id(),
                urls.listPage(signature.appeal()),
                Sheets.isManaged(state) ? urls.managePage(token.value()) : null));
    }

    private static ProblemDetail noSuchLink() {
        return Problems.of(HttpStatus.NOT_FOUND, "no-such-link", "This link is unknown or has ended");
    }

    private static ProblemDetail missing(Request request) {
        return request.decision() == null
                ? Problems.invalid("/decision", "decision.missing", "Must say what is decided.")
                : Problems.invalid(
                        "/decision",
                        "decision.unknown",
                        "Must be full, initials, hidden or not-mine, or initials-with-role if that shows more than"
                                + " initials; for an organisation authorised or not-mine.");
    }

    record Request(@Nullable String decision) {}

    /** @param manageUrl where the signature can be taken back, nothing where there is none */
    record Response(String status, URI listUrl, @Nullable URI manageUrl) {}
}

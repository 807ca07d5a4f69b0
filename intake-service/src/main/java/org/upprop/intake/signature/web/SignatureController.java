package org.upprop.intake.signature.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.appeal.Appeal;
import org.upprop.intake.admission.Verdict;
import org.upprop.intake.signature.Outcome;
import org.upprop.intake.signature.Reception;
import org.upprop.intake.signature.TypedSignature;
import org.upprop.intake.signature.Visit;
import org.upprop.intake.web.IdempotencyKeyHeader;
import org.upprop.intake.web.Problem;
import org.upprop.signature.SignatureId;
import org.upprop.site.PublicUrls;

/** Takes a signature as JSON; the answer is the same for everyone, whether they have signed before or not. */
@RestController
class SignatureController {

    private final Reception reception;
    private final PublicUrls urls;

    SignatureController(Reception reception, PublicUrls urls) {
        this.reception = reception;
        this.urls = urls;
    }

    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Received.class)))
    @PostMapping(
            path = "/api/v1/appeals/{slug}/signatures",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> sign(
            Appeal appeal,
            Verdict.Admitted admitted,
            @RequestBody TypedSignature typed,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String languages,
            @Parameter(description = IdempotencyKeyHeader.PROMISE)
                    @RequestHeader(name = IdempotencyKeyHeader.NAME, required = false)
                    @Nullable
                    String idempotencyKey) {
        Visit visit =
                new Visit(languages, IdempotencyKeyHeader.read(idempotencyKey), admitted.marks(), admitted.proof());
        return switch (reception.take(appeal, typed, visit)) {
            case Outcome.Received(var id) -> received(id);
            case Outcome.Invalid(var errors) -> Problem.invalid(errors);
            case Outcome.KeyReused reused -> Problem.IDEMPOTENCY_KEY_REUSED.answer();
            case Outcome.NotYetOpen(var opensAt) -> Problem.NOT_YET_OPEN.answer("It opens at " + opensAt + ".");
            case Outcome.Closed(var closedAt) -> Problem.CLOSED.answer("It closed at " + closedAt + ".");
            case Outcome.Paused paused -> Problem.PAUSED.answer();
            case Outcome.Unavailable unavailable -> Problem.UNAVAILABLE.answer();
        };
    }

    private ResponseEntity<?> received(SignatureId id) {
        URI status = urls.status(id);
        return ResponseEntity.accepted().location(status).body(new Received(id, "received", status));
    }

    record Received(SignatureId signatureId, String status, URI statusUrl) {}
}

package org.upprop.verification.submission.web;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.verification.submission.Reception;

/**
 * How far a signature has come, as far as everybody may know. The answer depends on this instance of the stage and not on
 * the id: it is {@code processed} when that keeps up and {@code received} while it is held up, so a first, a repeated, a
 * suppressed and an unknown id are answered alike. Where the signature really is stands behind the link in its mail.
 */
@RestController
class SignatureStatus {

    private final Reception reception;

    SignatureStatus(Reception reception) {
        this.reception = reception;
    }

    @GetMapping("/api/v1/signatures/{signatureId}")
    Status status(@PathVariable UUID signatureId) {
        return new Status(signatureId, reception.isHeldUp() ? "received" : "processed");
    }

    record Status(UUID signatureId, String status) {}
}

package org.upprop.verification.recovery.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.delivery.Away;
import org.upprop.signature.EmailAddress;
import org.upprop.text.InvalidValue;
import org.upprop.verification.page.Problems;
import org.upprop.verification.recovery.Recovery;

/** The own links as JSON: always 202, whether anybody has signed with the address or not. */
@RestController
class LinksApi {

    private final Recovery recovery;
    private final AppealBook appeals;

    LinksApi(Recovery recovery, AppealBook appeals) {
        this.recovery = recovery;
        this.appeals = appeals;
    }

    @PostMapping(path = "/api/v1/appeals/{slug}/links", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> ask(@PathVariable AppealSlug slug, @RequestBody Request request) {
        if (!appeals.isComplete()) {
            throw new Away("The appeals have not been read yet");
        }
        if (appeals.find(slug).isEmpty()) {
            return Problems.answer(Problems.of(HttpStatus.NOT_FOUND, "no-such-appeal", "There is no such appeal"));
        }
        if (request.email() == null) {
            return Problems.answer(Problems.invalid("/email", "email.required", "Must say the address."));
        }
        try {
            recovery.ask(slug, new EmailAddress(request.email()));
            return ResponseEntity.accepted().build();
        } catch (InvalidValue invalid) {
            return Problems.answer(Problems.invalid("/email", invalid.code(), invalid.rule()));
        }
    }

    record Request(@Nullable String email) {}
}

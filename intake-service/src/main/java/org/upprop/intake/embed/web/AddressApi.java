package org.upprop.intake.embed.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.appeal.Appeal;
import org.upprop.intake.form.DoubtfulAddress;
import org.upprop.intake.form.MaskedAddress;
import org.upprop.intake.input.Checks;
import org.upprop.intake.input.Reading;
import org.upprop.intake.web.Problem;
import org.upprop.signature.EmailAddress;

/**
 * Says for the script on a page of another site which address was probably meant, before a signature is sent with it.
 * The address comes in a body, since addresses of requests are written down on their way; nothing of it is kept.
 */
@RestController
class AddressApi {

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LookedAt.class)))
    @PostMapping(
            path = "/api/v1/appeals/{slug}/embed/address",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> lookAt(Appeal appeal, @RequestBody TypedAddress typed) {
        Checks checks = new Checks();
        var email = checks.required("/email", typed.email(), EmailAddress::new);
        return switch (checks.result(email)) {
            case Reading.Valid<EmailAddress>(var address) ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(LookedAt.of(address.value()));
            case Reading.Invalid<EmailAddress>(var errors) -> Problem.invalid(errors);
        };
    }

    record TypedAddress(@Nullable String email) {}

    /**
     * What is said of an address.
     *
     * @param masked as the page after signing shows it
     * @param meant the address that was probably meant; nothing where it is the one that was typed
     */
    record LookedAt(String masked, @Nullable String meant) {

        static LookedAt of(String address) {
            return new LookedAt(
                    new MaskedAddress(address).toString(),
                    DoubtfulAddress.of(address).map(DoubtfulAddress::meant).orElse(null));
        }
    }
}

package org.upprop.intake.signature;

import org.jspecify.annotations.Nullable;

/** A signature as somebody sent it, before anything was checked: the fields of both kinds. */
public record TypedSignature(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String affiliation,
        @Nullable String city,
        @Nullable String country,
        @Nullable String comment,
        @Nullable String website,
        @Nullable String organisationType,
        @Nullable TypedContact contact,
        @Nullable Boolean authorised,
        @Nullable String parent,
        @Nullable String locale,
        @Nullable String source,
        @Nullable TypedConsent consent,
        @Nullable Integer appealVersion) {

    public record TypedContact(
            @Nullable String name, @Nullable String role) {}

    public record TypedConsent(@Nullable String version) {}
}

package org.upprop.publication.list.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatoryKind;

/** One name as JSON. The list tells the day, by UTC, and never the hour at which somebody signed. */
record SignatoryJson(
        UUID id,
        SignatoryKind kind,
        String name,
        @Nullable String role,
        @Nullable String affiliation,
        @Nullable String city,
        @Nullable String country,
        @Nullable String website,
        @Nullable OrganisationType organisationType,
        @Nullable String parent,
        LocalDate listedOn,
        @Nullable String comment) {

    static SignatoryJson of(ListedSignatory signatory) {
        return new SignatoryJson(
                signatory.id(),
                signatory.kind(),
                signatory.name(),
                signatory.role(),
                signatory.affiliation(),
                signatory.city(),
                signatory.country(),
                signatory.website(),
                signatory.organisationType(),
                signatory.parent(),
                LocalDate.ofInstant(signatory.listedAt(), ZoneOffset.UTC),
                signatory.comment());
    }
}

package org.upprop.publication.list;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatoryKind;

/** One name on the list and what its owner released beside it. */
public record ListedSignatory(
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
        @Nullable String comment,
        Instant listedAt) {

    /** The same without where they are. */
    public ListedSignatory withoutPlace() {
        return new ListedSignatory(
                id, kind, name, role, affiliation, null, null, website, organisationType, parent, comment, listedAt);
    }

    /** Of an organisation; whichever says nothing is some other. */
    public OrganisationType type() {
        return Objects.requireNonNullElse(organisationType, OrganisationType.OTHER);
    }

    /** What an organisation is part of, or itself. */
    public String group() {
        return Objects.requireNonNullElse(parent, name);
    }

    /** The place just behind this name. */
    ListPlace place() {
        return switch (kind) {
            case ORGANISATION -> new ListPlace.AfterOrganisation(type(), group(), name, id);
            case INDIVIDUAL -> new ListPlace.AfterIndividual(listedAt, id);
        };
    }
}

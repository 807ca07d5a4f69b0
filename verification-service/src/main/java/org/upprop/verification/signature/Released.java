package org.upprop.verification.signature;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.Signatory;

/**
 * What the list shows of a signatory. The page of a link shows it before the decision, the entry keeps it, and the list
 * gets it: one function makes all three, so they cannot differ. A comment is not part of it: it has a life of its own, and
 * comes beside what is released once a reviewer lets it.
 */
public record Released(
        @Nullable String name,
        @Nullable String role,
        @Nullable String affiliation,
        @Nullable String city,
        @Nullable Country country,
        @Nullable String website,
        @Nullable OrganisationType organisationType,
        @Nullable String parent) {

    private static final Released NOTHING = new Released(null, null, null, null, null, null, null, null);

    /**
     * @param atRisk whether the appeal's signatories are in danger where they live: then nothing tells where that is
     */
    public static Released of(Signatory signatory, ChosenDisplay display, boolean atRisk) {
        return switch (signatory) {
            case Signatory.Individual person ->
                switch (display) {
                    case FULL -> withRole(person.name().value(), person, atRisk);
                    case INITIALS_WITH_ROLE ->
                        withRole(Initials.of(person.name().value()), person, atRisk);
                    case INITIALS -> initials(person, atRisk);
                    case HIDDEN -> NOTHING;
                };
            case Signatory.Organisation organisation -> full(organisation, atRisk);
        };
    }

    /** Without the places of which another tells nothing. */
    public Released withinPlacesOf(Released other) {
        return new Released(
                name,
                role,
                affiliation,
                other.city == null ? null : city,
                other.country == null ? null : country,
                website,
                organisationType,
                parent);
    }

    private static Released withRole(String name, Signatory.Individual person, boolean atRisk) {
        return new Released(
                name,
                text(person.role()),
                text(person.affiliation()),
                atRisk ? null : text(person.city()),
                atRisk ? null : person.country(),
                null,
                null,
                null);
    }

    private static Released initials(Signatory.Individual person, boolean atRisk) {
        return new Released(
                Initials.of(person.name().value()),
                null,
                null,
                null,
                atRisk ? null : person.country(),
                null,
                null,
                null);
    }

    private static Released full(Signatory.Organisation organisation, boolean atRisk) {
        return new Released(
                organisation.name().value(),
                null,
                null,
                null,
                atRisk ? null : organisation.country(),
                organisation.website().value(),
                organisation.organisationType(),
                Optional.ofNullable(organisation.parent())
                        .map(OrganisationName::value)
                        .orElse(null));
    }

    private static @Nullable String text(@Nullable Detail detail) {
        return detail == null ? null : detail.value();
    }
}

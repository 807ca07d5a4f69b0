package org.upprop.verification.signature;

import org.jspecify.annotations.Nullable;
import org.upprop.signature.Signatory;

/** What may be told beside a name, and need not be. */
public final class Details {

    private Details() {}

    /** A signatory as it stands, without the details that are left out of what it is to be. */
    public static Signatory keptOf(Signatory standing, Signatory wanted) {
        return switch (standing) {
            case Signatory.Individual person
            when wanted instanceof Signatory.Individual than ->
                new Signatory.Individual(
                        person.name(),
                        person.email(),
                        kept(person.role(), than.role()),
                        kept(person.affiliation(), than.affiliation()),
                        kept(person.city(), than.city()),
                        kept(person.country(), than.country()),
                        person.comment(),
                        person.consentVersion());
            case Signatory.Organisation organisation
            when wanted instanceof Signatory.Organisation than ->
                new Signatory.Organisation(
                        organisation.name(),
                        organisation.email(),
                        organisation.website(),
                        organisation.organisationType(),
                        organisation.country(),
                        organisation.contact(),
                        organisation.authorised(),
                        kept(organisation.parent(), than.parent()),
                        organisation.consentVersion());
            default -> standing;
        };
    }

    private static <T> @Nullable T kept(@Nullable T standing, @Nullable T wanted) {
        return wanted == null ? null : standing;
    }
}

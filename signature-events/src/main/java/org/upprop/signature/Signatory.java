package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.text.InvalidValue;

/**
 * Who signs, with everything personal that a submission carries. It is a type of its own because it alone is to be
 * sealed, shown to its owner, and destroyed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Signatory.Individual.class, name = "individual"),
    @JsonSubTypes.Type(value = Signatory.Organisation.class, name = "organisation")
})
public sealed interface Signatory {

    EmailAddress email();

    /** The version of the consent text that was agreed to. */
    String consentVersion();

    /** The name as it was typed, whoever bears it. */
    String displayName();

    /** The same with nothing to say beside the name, as an organisation never has. */
    default Signatory withoutComment() {
        return this;
    }

    default SignatoryKind kind() {
        return switch (this) {
            case Individual person -> SignatoryKind.INDIVIDUAL;
            case Organisation organisation -> SignatoryKind.ORGANISATION;
        };
    }

    /** A person who signs for themselves; an affiliation says where they stand, not that it has signed. */
    record Individual(
            PersonName name,
            EmailAddress email,
            @Nullable Detail role,
            @Nullable Detail affiliation,
            @Nullable Detail city,
            @Nullable Country country,
            @Nullable Comment comment,
            String consentVersion)
            implements Signatory {

        public Individual {
            Stream.of(name, email, consentVersion).forEach(Objects::requireNonNull);
        }

        @Override
        public String displayName() {
            return name.value();
        }

        @Override
        public Individual withoutComment() {
            return new Individual(name, email, role, affiliation, city, country, null, consentVersion);
        }
    }

    /** An organisation, signed for by a contact who says to be authorised. */
    record Organisation(
            OrganisationName name,
            EmailAddress email,
            Website website,
            OrganisationType organisationType,
            Country country,
            Contact contact,
            boolean authorised,
            @Nullable OrganisationName parent,
            String consentVersion)
            implements Signatory {

        public Organisation {
            Stream.of(name, email, website, organisationType, country, contact, consentVersion)
                    .forEach(Objects::requireNonNull);
            if (!authorised) {
                throw new InvalidValue("authorised.required", "Must be true: the contact may sign for it.");
            }
        }

        @Override
        public String displayName() {
            return name.value();
        }
    }

    /** Who signs on behalf of an organisation; never published. */
    record Contact(PersonName name, Detail role) {
        public Contact {
            Stream.of(name, role).forEach(Objects::requireNonNull);
        }
    }
}

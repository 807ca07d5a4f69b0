package org.upprop.verification.confirmation.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.text.InvalidValue;

/** What its owner wants to stand in place of a signature, as it was typed and as it was understood. */
final class Corrections {

    private final Map<DetailField, String> typed = new EnumMap<>(DetailField.class);
    private final Map<DetailField, String> wrong = new EnumMap<>(DetailField.class);
    private final @Nullable Signatory signatory;

    /** What stands, with nothing to correct. */
    static Corrections none(Signatory from, boolean atRisk) {
        return new Corrections(from, atRisk, field -> null);
    }

    /**
     * Reads what was typed. A field that was not sent stays as it is; an empty one is meant so.
     *
     * @param sent by the field's id
     */
    static Corrections read(Signatory from, boolean atRisk, Function<String, @Nullable String> sent) {
        return new Corrections(from, atRisk, sent);
    }

    private Corrections(Signatory from, boolean atRisk, Function<String, @Nullable String> sent) {
        List<DetailField> fields = DetailField.offeredTo(from.kind(), atRisk);
        fields.forEach(field ->
                typed.put(field, Objects.requireNonNullElseGet(sent.apply(field.id()), () -> present(from, field))));
        Signatory read = switch (from) {
            case Signatory.Individual person -> person(person);
            case Signatory.Organisation organisation -> organisation(organisation);
        };
        signatory = wrong.isEmpty() ? read : null;
    }

    /** By field, in the order of the page. */
    Map<DetailField, String> typed() {
        return typed;
    }

    /** The rule that each field breaks, if it breaks one, such as {@code too-long}. */
    Map<DetailField, String> wrong() {
        return wrong;
    }

    /** Everything as it is to be, also what stays; nothing where a field is wrong. */
    Optional<Signatory> signatory() {
        return Optional.ofNullable(signatory);
    }

    private @Nullable Signatory person(Signatory.Individual from) {
        PersonName name = value(DetailField.NAME, PersonName::new);
        Detail role = value(DetailField.ROLE, Detail::new);
        Detail affiliation = value(DetailField.AFFILIATION, Detail::new);
        Detail city = typed.containsKey(DetailField.CITY) ? value(DetailField.CITY, Detail::new) : from.city();
        Country country =
                typed.containsKey(DetailField.COUNTRY) ? value(DetailField.COUNTRY, Country::new) : from.country();
        return name == null
                ? null
                : new Signatory.Individual(
                        name, from.email(), role, affiliation, city, country, from.comment(), from.consentVersion());
    }

    private @Nullable Signatory organisation(Signatory.Organisation from) {
        OrganisationName name = value(DetailField.ORGANISATION, OrganisationName::new);
        OrganisationType type = value(DetailField.ORGANISATION_TYPE, OrganisationTypes::of);
        Country country = value(DetailField.COUNTRY_OF_ORGANISATION, Country::new);
        OrganisationName parent = value(DetailField.PARENT, OrganisationName::new);
        PersonName contact = value(DetailField.CONTACT_NAME, PersonName::new);
        Detail role = value(DetailField.CONTACT_ROLE, Detail::new);
        return name == null || type == null || country == null || contact == null || role == null
                ? null
                : new Signatory.Organisation(
                        name,
                        from.email(),
                        from.website(),
                        type,
                        country,
                        new Signatory.Contact(contact, role),
                        from.authorised(),
                        parent,
                        from.consentVersion());
    }

    private <T> @Nullable T value(DetailField field, Function<String, T> rule) {
        String text = Objects.requireNonNull(typed.get(field)).strip();
        if (text.isEmpty()) {
            if (field.isRequired()) {
                wrong.put(field, "required");
            }
            return null;
        }
        try {
            return rule.apply(text);
        } catch (InvalidValue broken) {
            String code = broken.code();
            wrong.put(field, code.substring(code.indexOf('.') + 1).replace("empty", "required"));
            return null;
        }
    }

    private static String present(Signatory signatory, DetailField field) {
        return Objects.requireNonNullElse(
                switch (signatory) {
                    case Signatory.Individual person -> present(person, field);
                    case Signatory.Organisation organisation -> present(organisation, field);
                },
                "");
    }

    private static @Nullable String present(Signatory.Individual person, DetailField field) {
        return switch (field) {
            case NAME -> person.name().value();
            case ROLE -> text(person.role());
            case AFFILIATION -> text(person.affiliation());
            case CITY -> text(person.city());
            case COUNTRY -> person.country() == null ? null : person.country().code();
            default -> null;
        };
    }

    private static @Nullable String present(Signatory.Organisation organisation, DetailField field) {
        return switch (field) {
            case ORGANISATION -> organisation.name().value();
            case ORGANISATION_TYPE -> OrganisationTypes.word(organisation.organisationType());
            case COUNTRY_OF_ORGANISATION -> organisation.country().code();
            case PARENT ->
                organisation.parent() == null ? null : organisation.parent().value();
            case CONTACT_NAME -> organisation.contact().name().value();
            case CONTACT_ROLE -> organisation.contact().role().value();
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable Detail detail) {
        return detail == null ? null : detail.value();
    }
}

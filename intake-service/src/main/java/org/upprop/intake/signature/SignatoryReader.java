package org.upprop.intake.signature;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Policy;
import org.upprop.intake.input.Checks;
import org.upprop.intake.input.Field;
import org.upprop.intake.input.JsonName;
import org.upprop.intake.signature.TypedSignature.TypedContact;
import org.upprop.signature.Comment;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.Website;
import org.upprop.text.InvalidValue;

/** Reads who signs; the kind decides which fields must, may and must not be there. */
final class SignatoryReader {

    private static final String OF_ORGANISATIONS = "Only an organisation has it.";
    private static final String OF_INDIVIDUALS = "Only an individual has it.";

    private final Checks checks;
    private final TypedSignature typed;
    private final Policy policy;

    SignatoryReader(Checks checks, TypedSignature typed, Policy policy) {
        this.checks = checks;
        this.typed = typed;
        this.policy = policy;
    }

    Supplier<? extends Signatory> signatory(Supplier<String> consent) {
        Field<SignatoryKind> kind =
                checks.required("/kind", typed.kind(), text -> named(SignatoryKind.class, "kind", text));
        return switch (kind.orNull()) {
            case INDIVIDUAL -> individual(consent);
            case ORGANISATION -> organisation(consent);
            case null -> ofUnknownKind();
        };
    }

    private Supplier<Signatory.Individual> individual(Supplier<String> consent) {
        var name = checks.required("/name", typed.name(), PersonName::new);
        var email = checks.required("/email", typed.email(), EmailAddress::new);
        var role = detail("/role", "role", typed.role());
        var affiliation = detail("/affiliation", "affiliation", typed.affiliation());
        var city = detail("/city", "city", typed.city());
        var country = checks.optional("/country", typed.country(), Country::new);
        var comment = checks.optional("/comment", typed.comment(), Comment::new);
        mustBeAbsent("website", typed.website(), OF_ORGANISATIONS);
        mustBeAbsent("organisationType", typed.organisationType(), OF_ORGANISATIONS);
        mustBeAbsent("contact", typed.contact(), OF_ORGANISATIONS);
        mustBeAbsent("authorised", typed.authorised(), OF_ORGANISATIONS);
        mustBeAbsent("parent", typed.parent(), OF_ORGANISATIONS);
        return () -> new Signatory.Individual(
                name.get(),
                email.get(),
                role.orNull(),
                affiliation.orNull(),
                // Where somebody at risk lives goes no further, whoever sent it.
                policy.atRisk() ? null : city.orNull(),
                policy.atRisk() ? null : country.orNull(),
                comment.orNull(),
                consent.get());
    }

    private Supplier<Signatory.Organisation> organisation(Supplier<String> consent) {
        var name = checks.required("/name", typed.name(), OrganisationName::new);
        var email = checks.required("/email", typed.email(), EmailAddress::new);
        var website = checks.required("/website", typed.website(), Website::new);
        var type = checks.required(
                "/organisationType",
                typed.organisationType(),
                text -> named(OrganisationType.class, "organisationType", text));
        var country = checks.required("/country", typed.country(), Country::new);
        var contact = contact(Objects.requireNonNullElse(typed.contact(), new TypedContact(null, null)));
        var parent = checks.optional("/parent", typed.parent(), text -> OrganisationName.in("parent", text));
        if (!Boolean.TRUE.equals(typed.authorised())) {
            checks.refuse("/authorised", "authorised.required", "Must be true: the contact may sign for it.");
        }
        mustBeAbsent("role", typed.role(), OF_INDIVIDUALS);
        mustBeAbsent("affiliation", typed.affiliation(), OF_INDIVIDUALS);
        mustBeAbsent("city", typed.city(), OF_INDIVIDUALS);
        mustBeAbsent("comment", typed.comment(), OF_INDIVIDUALS);
        return () -> new Signatory.Organisation(
                name.get(),
                email.get(),
                website.get(),
                type.get(),
                country.get(),
                contact.get(),
                true,
                parent.orNull(),
                consent.get());
    }

    /** What both kinds need is checked all the same, so that one answer tells as much as it can. */
    private Supplier<Signatory> ofUnknownKind() {
        checks.required("/name", typed.name(), OrganisationName::new);
        checks.required("/email", typed.email(), EmailAddress::new);
        return () -> {
            throw new IllegalStateException("Without a kind there is no signatory");
        };
    }

    private Supplier<Signatory.Contact> contact(TypedContact given) {
        var name = checks.required("/contact/name", given.name(), PersonName::new);
        var role = checks.required("/contact/role", given.role(), text -> Detail.in("role", text));
        return () -> new Signatory.Contact(name.get(), role.get());
    }

    private Field<Detail> detail(String pointer, String field, @Nullable String text) {
        return checks.optional(pointer, text, given -> Detail.in(field, given));
    }

    /** A field that was left empty is absent, since a form sends the fields of both kinds. */
    private void mustBeAbsent(String field, @Nullable Object given, String rule) {
        boolean leftEmpty = given instanceof String text && text.isBlank();
        if (given != null && !leftEmpty) {
            checks.refuse("/" + field, field + ".unexpected", rule);
        }
    }

    /** The value of an enumeration under its name in JSON. */
    private static <E extends Enum<E>> E named(Class<E> type, String field, String text) {
        return JsonName.find(type, text)
                .orElseThrow(() -> new InvalidValue(
                        field + ".unknown", "Must be one of " + String.join(", ", JsonName.all(type)) + "."));
    }
}

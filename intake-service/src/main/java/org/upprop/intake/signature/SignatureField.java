package org.upprop.intake.signature;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upprop.intake.input.LanguageTag;
import org.upprop.signature.Comment;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.PersonName;
import org.upprop.signature.Website;

/** Every place in a signature that can be wrong, and every code that it can be wrong with. */
public enum SignatureField {
    KIND("/kind", Set.of("kind.required", "kind.unknown", "kind.type")),
    NAME("/name", PersonName.CODES, "name.required", "name.type"),
    EMAIL("/email", EmailAddress.CODES, "email.required", "email.type"),
    ROLE("/role", Detail.codes("role"), "role.unexpected", "role.type"),
    AFFILIATION("/affiliation", Detail.codes("affiliation"), "affiliation.unexpected", "affiliation.type"),
    CITY("/city", Detail.codes("city"), "city.unexpected", "city.type"),
    COUNTRY("/country", Country.CODES, "country.required", "country.type"),
    COMMENT("/comment", Comment.CODES, "comment.off", "comment.unexpected", "comment.type"),
    WEBSITE("/website", Website.CODES, "website.required", "website.unexpected", "website.type"),
    ORGANISATION_TYPE(
            "/organisationType",
            Set.of(
                    "organisationType.required",
                    "organisationType.unknown",
                    "organisationType.unexpected",
                    "organisationType.type")),
    CONTACT("/contact", Set.of("contact.unexpected", "contact.type", "field.unknown")),
    CONTACT_NAME("/contact/name", PersonName.CODES, "name.required", "name.type"),
    CONTACT_ROLE("/contact/role", Detail.codes("role"), "role.required", "role.type"),
    AUTHORISED("/authorised", Set.of("authorised.required", "authorised.unexpected", "authorised.type")),
    PARENT("/parent", OrganisationName.codes("parent"), "parent.unexpected", "parent.type"),
    LOCALE("/locale", LanguageTag.CODES, "locale.type"),
    SOURCE("/source", Set.of("source.type")),
    CONSENT("/consent", Set.of("consent.type", "field.unknown")),
    CONSENT_VERSION("/consent/version", Set.of("consent.outdated", "version.required", "version.type")),
    APPEAL_VERSION("/appealVersion", Set.of("appealVersion.unknown", "appealVersion.type")),
    /** The signature as a whole. */
    ALL("", Set.of("field.unknown"));

    private final String pointer;
    private final Set<String> codes;

    SignatureField(String pointer, Set<String> codes, String... more) {
        this.pointer = pointer;
        this.codes = Stream.concat(codes.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** Where it stands in the JSON of a signature, as a JSON pointer. */
    public String pointer() {
        return pointer;
    }

    /** The codes that an error at this place can have, and no others. */
    public Set<String> codes() {
        return codes;
    }

    /** Every code that can come, whichever field it is about. */
    public static Set<String> allCodes() {
        return Arrays.stream(values())
                .flatMap(field -> field.codes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

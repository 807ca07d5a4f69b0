package org.upprop.intake.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatoryKind;

/**
 * A field that people fill in. They stand in the order of the page, which is also the order in which mistakes are summed
 * up.
 */
public enum FormField {
    KIND("kind", "/kind", null, ""),
    NAME("name", "/name", SignatoryKind.INDIVIDUAL, "name"),
    ORGANISATION("organisation", "/name", SignatoryKind.ORGANISATION, "organization"),
    ORGANISATION_TYPE("organisationType", "/organisationType", SignatoryKind.ORGANISATION, "off"),
    WEBSITE("website", "/website", SignatoryKind.ORGANISATION, "url"),
    EMAIL("email", "/email", null, "email"),
    COUNTRY("country", "/country", null, "country"),
    CITY("city", "/city", SignatoryKind.INDIVIDUAL, "address-level2"),
    ROLE("role", "/role", SignatoryKind.INDIVIDUAL, "organization-title"),
    AFFILIATION("affiliation", "/affiliation", SignatoryKind.INDIVIDUAL, "organization"),
    COMMENT("comment", "/comment", SignatoryKind.INDIVIDUAL, "off"),
    PARENT("parent", "/parent", SignatoryKind.ORGANISATION, "off"),
    CONTACT_NAME("contactName", "/contact/name", SignatoryKind.ORGANISATION, "name"),
    CONTACT_ROLE("contactRole", "/contact/role", SignatoryKind.ORGANISATION, "organization-title"),
    AUTHORISED("authorised", "/authorised", SignatoryKind.ORGANISATION, "off"),
    CONSENT("consent", "/consent/version", null, "off");

    /** What {@link #KIND} holds where an organisation signs. */
    public static final String ORGANISATION_KIND = "organisation";

    /** What it holds where a person does. */
    public static final String INDIVIDUAL_KIND = "individual";

    private final String id;
    private final String pointer;
    private final @Nullable SignatoryKind kind;
    private final String autocomplete;

    FormField(String id, String pointer, @Nullable SignatoryKind kind, String autocomplete) {
        this.id = id;
        this.pointer = pointer;
        this.kind = kind;
        this.autocomplete = autocomplete;
    }

    /** Its name and id in the page. */
    public String id() {
        return id;
    }

    /** Where it stands in a signature, as a JSON pointer. */
    public String pointer() {
        return pointer;
    }

    /**
     * What browsers may fill it with.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill">HTML, autofill</a>
     */
    public String autocomplete() {
        return autocomplete;
    }

    /** Who fills it in; nothing where everybody does. */
    public @Nullable SignatoryKind kind() {
        return kind;
    }

    /** The names of all. */
    public static Set<String> ids() {
        return Arrays.stream(values()).map(FormField::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The field that a mistake is in, if it is one that people see. */
    public static Optional<FormField> at(String pointer, SignatoryKind signing) {
        return of(signing).stream()
                .filter(field -> pointer.equals(field.pointer) || pointer.startsWith(field.pointer + "/"))
                .findFirst();
    }

    /** The fields of one kind of signatory. */
    public static List<FormField> of(SignatoryKind signing) {
        return Arrays.stream(values())
                .filter(field -> field.kind == null || field.kind == signing)
                .toList();
    }
}

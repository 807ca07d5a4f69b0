package org.upprop.verification.confirmation.web;

import java.util.List;
import java.util.stream.Stream;
import org.upprop.signature.Detail;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.PersonName;
import org.upprop.signature.SignatoryKind;

/** A field in which somebody corrects what stands; they stand in the order of the page. */
enum DetailField {
    NAME("name", PersonName.LIMIT, true, "name"),
    ORGANISATION("organisation", OrganisationName.LIMIT, true, "organization"),
    ORGANISATION_TYPE("organisationType", 0, true, "off"),
    ROLE("role", Detail.LIMIT, false, "organization-title"),
    AFFILIATION("affiliation", Detail.LIMIT, false, "organization"),
    CITY("city", Detail.LIMIT, false, "address-level2"),
    COUNTRY("country", 0, false, "country"),
    COUNTRY_OF_ORGANISATION("country", 0, true, "country"),
    PARENT("parent", OrganisationName.LIMIT, false, "off"),
    CONTACT_NAME("contactName", PersonName.LIMIT, true, "name"),
    CONTACT_ROLE("contactRole", Detail.LIMIT, true, "organization-title");

    private final String id;
    private final int limit;
    private final boolean required;
    private final String autocomplete;

    DetailField(String id, int limit, boolean required, String autocomplete) {
        this.id = id;
        this.limit = limit;
        this.required = required;
        this.autocomplete = autocomplete;
    }

    /** Where signatories are at risk nobody keeps where they live, so there is nothing to correct. */
    static List<DetailField> offeredTo(SignatoryKind kind, boolean atRisk) {
        return switch (kind) {
            case INDIVIDUAL ->
                Stream.of(NAME, ROLE, AFFILIATION, CITY, COUNTRY)
                        .filter(field -> !atRisk || field != CITY && field != COUNTRY)
                        .toList();
            case ORGANISATION ->
                List.of(ORGANISATION, ORGANISATION_TYPE, COUNTRY_OF_ORGANISATION, PARENT, CONTACT_NAME, CONTACT_ROLE);
        };
    }

    /** Its name and id in the page. */
    String id() {
        return id;
    }

    /** How many characters fit in; 0 where nothing is typed. */
    int limit() {
        return limit;
    }

    boolean isRequired() {
        return required;
    }

    /**
     * What browsers may fill it with.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill">HTML, autofill</a>
     */
    String autocomplete() {
        return autocomplete;
    }
}

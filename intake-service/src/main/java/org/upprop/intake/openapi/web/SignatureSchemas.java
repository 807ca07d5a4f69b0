package org.upprop.intake.openapi.web;

import static java.util.stream.Collectors.joining;
import static org.upprop.intake.openapi.web.Schemas.choice;
import static org.upprop.intake.openapi.web.Schemas.number;
import static org.upprop.intake.openapi.web.Schemas.object;
import static org.upprop.intake.openapi.web.Schemas.ref;
import static org.upprop.intake.openapi.web.Schemas.text;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.upprop.intake.input.JsonName;
import org.upprop.intake.input.LanguageTag;
import org.upprop.intake.signature.SignatureField;
import org.upprop.signature.Comment;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.PersonName;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.Website;
import org.upprop.text.TextRule;

/** A signature as it may be sent: every field with its limit and with the codes that it can be refused with. */
final class SignatureSchemas {

    static final String SIGNATURE = "Signature";
    static final String OF_INDIVIDUAL = "SignatureOfIndividual";
    static final String OF_ORGANISATION = "SignatureOfOrganisation";

    /** Which codes a field can be refused with. */
    static final String CODES = "x-codes";

    private SignatureSchemas() {}

    static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        schemas.put(SIGNATURE, either());
        schemas.put(OF_INDIVIDUAL, ofIndividual());
        schemas.put(OF_ORGANISATION, ofOrganisation());
        return schemas;
    }

    private static Schema<?> either() {
        Discriminator kind = new Discriminator().propertyName("kind");
        kind.mapping(JsonName.of(SignatoryKind.INDIVIDUAL), ref(OF_INDIVIDUAL).get$ref());
        kind.mapping(
                JsonName.of(SignatoryKind.ORGANISATION), ref(OF_ORGANISATION).get$ref());
        JsonSchema either = new JsonSchema();
        either.setDescription("Who signs, and for whom.");
        either.setOneOf(List.of(ref(OF_INDIVIDUAL), ref(OF_ORGANISATION)));
        either.setDiscriminator(kind);
        return either;
    }

    private static Schema<?> ofIndividual() {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put("kind", kind(SignatoryKind.INDIVIDUAL));
        fields.put("name", name(SignatureField.NAME, "The name to be listed under.", PersonName.LIMIT));
        fields.put("email", email());
        fields.put("role", detail(SignatureField.ROLE, "What they do, such as nurse."));
        fields.put(
                "affiliation",
                detail(SignatureField.AFFILIATION, "Where they stand. The organisation has not signed by it."));
        fields.put("city", detail(SignatureField.CITY, "Where they live."));
        fields.put("country", country("Where they live; absent for those who rather do not say."));
        fields.put(
                "comment",
                of(
                        SignatureField.COMMENT,
                        text("On several lines if need be; only where the appeal takes comments. The list shows it once"
                                        + " somebody has read it, beside the name or the initials.")
                                .maxLength(Comment.LIMIT)));
        fields.putAll(ofBoth());
        return closed(object("Somebody signs for themselves.", List.of("kind", "name", "email", "consent"), fields));
    }

    private static Schema<?> ofOrganisation() {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put("kind", kind(SignatoryKind.ORGANISATION));
        fields.put(
                "name",
                name(SignatureField.NAME, "The organisation's name, to be listed under.", OrganisationName.LIMIT));
        fields.put("email", email());
        fields.put(
                "website",
                of(
                        SignatureField.WEBSITE,
                        text("http or https, and a public host name in any script.")
                                .format("iri")
                                .minLength(1)
                                .maxLength(Website.LIMIT)));
        fields.put(
                "organisationType",
                of(
                        SignatureField.ORGANISATION_TYPE,
                        choice("What kind it is of.", JsonName.all(OrganisationType.class))));
        fields.put("country", country("Where it is."));
        fields.put("contact", contact());
        fields.put(
                "authorised",
                of(
                        SignatureField.AUTHORISED,
                        new JsonSchema()
                                .typesItem("boolean")
                                ._const(true)
                                .description("That the contact may sign for it.")));
        fields.put(
                "parent",
                of(
                        SignatureField.PARENT,
                        text("The organisation that it is a part of. "
                                        + rules(SignatureField.PARENT, OrganisationName.LIMIT))
                                .maxLength(OrganisationName.LIMIT)));
        fields.putAll(ofBoth());
        return closed(object(
                "Somebody signs on behalf of an organisation.",
                List.of(
                        "kind",
                        "name",
                        "email",
                        "website",
                        "organisationType",
                        "country",
                        "contact",
                        "authorised",
                        "consent"),
                fields));
    }

    private static Map<String, Schema<?>> ofBoth() {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put(
                "locale",
                of(
                        SignatureField.LOCALE,
                        text("The language of mails and pages, as BCP 47; else what Accept-Language asks for.")
                                .maxLength(LanguageTag.LIMIT)));
        fields.put(
                "source",
                of(
                        SignatureField.SOURCE,
                        text("The id of the site that it came through, from the appeal's sources; any other counts as"
                                + " direct.")));
        fields.put("consent", consent());
        fields.put(
                "appealVersion",
                of(
                        SignatureField.APPEAL_VERSION,
                        number("The version of the appeal that was read; else the present one.")
                                .format("int32")
                                .minimum(BigDecimal.ONE)));
        return fields;
    }

    private static Schema<?> consent() {
        Schema<?> version = text("The version of the consent text, as the appeal has it.");
        return of(
                SignatureField.CONSENT,
                closed(object(
                        "What was agreed to.",
                        List.of("version"),
                        Map.of("version", of(SignatureField.CONSENT_VERSION, version)))));
    }

    private static Schema<?> contact() {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put("name", name(SignatureField.CONTACT_NAME, "Who signs for it.", PersonName.LIMIT));
        fields.put("role", name(SignatureField.CONTACT_ROLE, "What they are in it.", Detail.LIMIT));
        return of(
                SignatureField.CONTACT,
                closed(object("Who signs for it; never published.", List.of("name", "role"), fields)));
    }

    private static Schema<?> kind(SignatoryKind kind) {
        return of(SignatureField.KIND, text("Which of the two it is.")._const(JsonName.of(kind)));
    }

    private static Schema<?> name(SignatureField field, String description, int limit) {
        return of(
                field,
                text(description + " " + rules(field, limit)).minLength(1).maxLength(limit));
    }

    private static Schema<?> detail(SignatureField field, String description) {
        return of(field, text(description + " " + rules(field, Detail.LIMIT)).maxLength(Detail.LIMIT));
    }

    /** An address before it belongs to a signature. */
    static Schema<?> emailAlone() {
        return closed(object("A mail address as it was typed.", List.of("email"), Map.of("email", email())));
    }

    private static Schema<?> email() {
        return of(
                SignatureField.EMAIL,
                text("Where the mail of confirmation goes; shown to nobody. The domain may be in any script, the part"
                                + " before the @ is ASCII without quotes. At most " + EmailAddress.LIMIT
                                + " octets with the domain in A-labels.")
                        .format("idn-email")
                        .minLength(1)
                        .maxLength(EmailAddress.LIMIT));
    }

    private static Schema<?> country(String description) {
        return of(
                SignatureField.COUNTRY,
                choice(description + " A territory of CLDR, so Kosovo is XK.", Country.codes()));
    }

    private static Schema<?> closed(Schema<?> object) {
        return object.additionalProperties(false);
    }

    private static Schema<?> of(SignatureField field, Schema<?> schema) {
        schema.addExtension(CODES, List.copyOf(new TreeSet<>(field.codes())));
        return schema;
    }

    /** The rules of texts and names that hold for a field, one sentence each. */
    private static String rules(SignatureField field, int limit) {
        String name = field.pointer().substring(field.pointer().lastIndexOf('/') + 1);
        return Arrays.stream(TextRule.values())
                .filter(rule -> field.codes().contains(rule.code(name)))
                .map(rule -> rule.sentence(limit))
                .collect(joining(" "));
    }
}

package org.upprop.intake.form.web;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upprop.intake.form.FormField;
import org.upprop.intake.input.InputError;
import org.upprop.signature.Comment;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.PersonName;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.Website;
import org.upprop.site.Words;

/**
 * What is wrong with a form, in the reader's words.
 *
 * @param byField the first mistake of each field
 * @param general mistakes in no field that people see
 */
public record Complaints(Map<FormField, Complaint> byField, Set<String> general) {

    static final Complaints NONE = new Complaints(Map.of(), Set.of());

    private static final String PREFIX = "wrong.";

    static Complaints of(List<InputError> errors, SignatoryKind signing, Words words) {
        Map<FormField, Complaint> byField = new EnumMap<>(FormField.class);
        Set<String> general = new LinkedHashSet<>();
        for (InputError error : errors) {
            Optional<FormField> field = FormField.at(error.pointer(), signing);
            Complaint complaint = complaint(field.orElse(null), error.code(), words);
            field.ifPresentOrElse(
                    found -> byField.putIfAbsent(found, complaint), () -> general.add(complaint.sentence()));
        }
        return new Complaints(byField, general);
    }

    public boolean isEmpty() {
        return byField.isEmpty() && general.isEmpty();
    }

    public int count() {
        return byField.size() + general.size();
    }

    /** What is wrong with one field; nothing where it is right. */
    public @Nullable String of(FormField field) {
        Complaint complaint = byField.get(field);
        return complaint == null ? null : complaint.sentence();
    }

    /**
     * One mistake.
     *
     * @param sentence as it stands at its field
     * @param summary as it stands among others, far from its field
     */
    public record Complaint(String sentence, String summary) {}

    /** A code's own sentence, or the one of its rule for every field. */
    static Complaint complaint(@Nullable FormField field, String code, Words words) {
        String rule = code.substring(code.indexOf('.') + 1).replace("empty", "required");
        String own = PREFIX + (field == null ? code : field.id() + "." + rule);
        if (words.has(own)) {
            return new Complaint(words.say(own), words.say(own));
        }
        String shared = words.has(PREFIX + rule) ? PREFIX + rule : PREFIX + "other";
        String sentence = words.say(shared, limit(field));
        return new Complaint(
                sentence,
                field == null ? sentence : words.say("wrong.summary", words.say("field." + field.id()), sentence));
    }

    private static int limit(@Nullable FormField field) {
        return switch (field) {
            case NAME, CONTACT_NAME -> PersonName.LIMIT;
            case ORGANISATION, PARENT -> OrganisationName.LIMIT;
            case WEBSITE -> Website.LIMIT;
            case EMAIL -> EmailAddress.LIMIT;
            case COMMENT -> Comment.LIMIT;
            case CITY, ROLE, AFFILIATION, CONTACT_ROLE -> Detail.LIMIT;
            case KIND, ORGANISATION_TYPE, COUNTRY, AUTHORISED, CONSENT -> 0;
            case null -> 0;
        };
    }
}

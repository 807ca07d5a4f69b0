package org.upprop.intake.form.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.Policy;
import org.upprop.intake.form.FormField;
import org.upprop.intake.signature.SignatureField;
import org.upprop.page.web.Countries;
import org.upprop.page.web.Option;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.Words;

/** The fields of the form as data, for a script that builds the form on a page of another site. */
public final class FormParts {

    private static final Set<FormField> FOLDED =
            Set.of(FormField.CITY, FormField.ROLE, FormField.AFFILIATION, FormField.COMMENT);

    /** What no form of ours sends. */
    static final Set<String> NEVER = Set.of("type", "unexpected", "off");

    private FormParts() {}

    /** The kinds of signatories, a person first. */
    public static List<Option> kinds(Words words) {
        return Stream.of(FormField.INDIVIDUAL_KIND, FormField.ORGANISATION_KIND)
                .map(kind -> new Option(kind, words.say("as." + kind)))
                .toList();
    }

    /** The fields that an appeal's form has, in their order; the last one is the consent. */
    public static List<Part> fields(Appeal appeal, Words words) {
        return Arrays.stream(FormField.values())
                .filter(field -> field != FormField.KIND && isAsked(field, appeal))
                .map(field -> part(field, appeal, words))
                .toList();
    }

    private static boolean isAsked(FormField field, Appeal appeal) {
        return switch (field) {
            case CITY -> !appeal.policy().atRisk();
            case COMMENT -> appeal.policy().comments() != Policy.Comments.OFF;
            default -> true;
        };
    }

    private static Part part(FormField field, Appeal appeal, Words words) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Map<String, String> summary = new LinkedHashMap<>();
        codes(field).forEach(code -> {
            Complaints.Complaint complaint = Complaints.complaint(field, code, words);
            wrong.put(code, complaint.sentence());
            if (!complaint.summary().equals(complaint.sentence())) {
                summary.put(code, complaint.summary());
            }
        });
        SignatoryKind kind =
                field == FormField.COUNTRY && appeal.policy().atRisk() ? SignatoryKind.ORGANISATION : field.kind();
        String label = words.say("field." + field.id());
        return new Part(
                field.id(),
                field.pointer(),
                kind == null ? null : kind.name().toLowerCase(Locale.ROOT),
                type(field),
                field == FormField.PARENT ? label + " " + words.say("optional") : label,
                FormView.HINTED.contains(field) ? words.say("hint." + field.id()) : null,
                field.autocomplete(),
                FOLDED.contains(field) ? true : null,
                field == FormField.CONSENT ? appeal.consent().version() : null,
                options(field, words),
                none(field, words),
                wrong,
                summary);
    }

    private static List<String> codes(FormField field) {
        return Arrays.stream(SignatureField.values())
                .filter(place -> place.pointer().equals(field.pointer()))
                .flatMap(place -> place.codes().stream())
                .filter(code -> !NEVER.contains(code.substring(code.indexOf('.') + 1)))
                .sorted()
                .toList();
    }

    private static String type(FormField field) {
        return switch (field) {
            case EMAIL -> "email";
            case WEBSITE -> "url";
            case COUNTRY, ORGANISATION_TYPE -> "choice";
            case COMMENT -> "lines";
            case AUTHORISED, CONSENT -> "checkbox";
            default -> "text";
        };
    }

    private static @Nullable List<List<String>> options(FormField field, Words words) {
        List<Option> options = switch (field) {
            case COUNTRY -> Countries.in(words);
            case ORGANISATION_TYPE -> OrganisationTypes.in(words);
            default -> List.of();
        };
        return options.isEmpty()
                ? null
                : options.stream()
                        .map(option -> List.of(option.value(), option.label()))
                        .toList();
    }

    /** What stands where nothing is chosen, by who signs. */
    private static @Nullable Map<String, String> none(FormField field, Words words) {
        return switch (field) {
            case COUNTRY, ORGANISATION_TYPE ->
                Map.of(
                        FormField.INDIVIDUAL_KIND, words.say("rather-not"),
                        FormField.ORGANISATION_KIND, words.say("choose"));
            default -> null;
        };
    }

    /**
     * One field.
     *
     * @param pointer where its value stands in a signature's JSON
     * @param kind who is asked; nothing where everybody is
     * @param type {@code text}, {@code email}, {@code url}, {@code lines}, {@code choice} or {@code checkbox}
     * @param more whether it stands folded away
     * @param value what a ticked box sends, {@code true} if nothing
     * @param options what can be chosen: what is sent, and what people read
     * @param none what stands where nothing is chosen, by kind
     * @param wrong what is said of a mistake, by its code
     * @param summary what is said of it far from its field, where that is something else
     */
    public record Part(
            String id,
            String pointer,
            @Nullable String kind,
            String type,
            String label,
            @Nullable String hint,
            String autocomplete,
            @Nullable Boolean more,
            @Nullable String value,
            @Nullable List<List<String>> options,
            @Nullable Map<String, String> none,
            Map<String, String> wrong,
            Map<String, String> summary) {}
}

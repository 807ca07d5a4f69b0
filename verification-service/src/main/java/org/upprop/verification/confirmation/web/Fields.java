package org.upprop.verification.confirmation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.site.Words;

/** Lays out the fields in which somebody corrects what stands, in the reader's words. */
final class Fields {

    private Fields() {}

    static List<FieldSheet> of(Corrections corrections, Words words) {
        return corrections.typed().entrySet().stream()
                .map(field -> sheet(
                        field.getKey(), field.getValue(), corrections.wrong().get(field.getKey()), words))
                .toList();
    }

    private static FieldSheet sheet(DetailField field, String typed, @Nullable String rule, Words words) {
        String label = words.say("field." + sentence(field));
        String wrong = rule == null ? null : wrong(field, rule, words);
        String hint = "hint." + sentence(field);
        return new FieldSheet(
                field.id(),
                label,
                !field.isRequired(),
                typed,
                field.autocomplete(),
                options(field, words),
                words.say(field.isRequired() ? "field.choose" : "field.rather-not"),
                words.has(hint) ? words.say(hint) : null,
                wrong,
                wrong == null ? null : words.say("wrong.summary", label, wrong));
    }

    private static List<Option> options(DetailField field, Words words) {
        return switch (field) {
            case COUNTRY, COUNTRY_OF_ORGANISATION -> Countries.in(words);
            case ORGANISATION_TYPE -> OrganisationTypes.in(words);
            default -> List.of();
        };
    }

    private static String wrong(DetailField field, String rule, Words words) {
        String sentence = "wrong." + rule;
        return words.say(words.has(sentence) ? sentence : "wrong.other", field.limit());
    }

    private static String sentence(DetailField field) {
        return field == DetailField.COUNTRY_OF_ORGANISATION ? "country.organisation" : field.id();
    }
}

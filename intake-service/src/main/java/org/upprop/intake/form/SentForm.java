package org.upprop.intake.form;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatoryKind;

/**
 * A form as a browser sent it: its fields by their names, exactly as they were typed. Fields that the form does not have
 * are left alone, since extensions of browsers add some. Masked in logs.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">URL, application/x-www-form-urlencoded</a>
 */
public record SentForm(Map<String, String> fields) {

    /** Nothing was typed yet. */
    public static final SentForm BLANK = new SentForm(Map.of());

    public SentForm {
        fields = Map.copyOf(fields);
    }

    /** Of several fields of one name the first counts. */
    public static SentForm of(Map<String, List<String>> fields) {
        return new SentForm(fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().getFirst())));
    }

    /** What stands in a field; empty where it was not sent. */
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    public String text(FormField field) {
        return text(field.id());
    }

    /** What was typed into a field, or nothing where that is only white space. */
    public @Nullable String typed(FormField field) {
        String text = text(field);
        return text.isBlank() ? null : text;
    }

    /** Who signs; a person where nobody chose. */
    public SignatoryKind kind() {
        return FormField.ORGANISATION_KIND.equals(text(FormField.KIND))
                ? SignatoryKind.ORGANISATION
                : SignatoryKind.INDIVIDUAL;
    }

    /** How long it is in UTF-8, names and texts together. */
    public int bytes() {
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** The same form with another text in one field. */
    public SentForm with(String name, String text) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, text);
        return new SentForm(changed);
    }

    @Override
    public String toString() {
        return "SentForm[…]";
    }
}

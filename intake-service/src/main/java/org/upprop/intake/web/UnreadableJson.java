package org.upprop.intake.web;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.upprop.intake.input.InputError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body could not be read: as JSON of the expected form, or only because one field has the wrong type. */
sealed interface UnreadableJson {

    /** Well-formed, but with a number where a text belongs, or the like. */
    record WrongType(InputError error) implements UnreadableJson {}

    record Malformed(@Nullable String detail) implements UnreadableJson {}

    /** Names of fields and language tags; whatever else stands in a path was made up by the sender. */
    Pattern SAFE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,34}");

    static UnreadableJson of(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                new Malformed("A field is not known. Known there: " + String.join(", ", knownNames(unknown)) + ".");
            case MismatchedInputException wrong when !wrong.getPath().isEmpty() -> wrongType(wrong.getPath());
            case null, default -> new Malformed(null);
        };
    }

    private static List<String> knownNames(UnrecognizedPropertyException unknown) {
        TreeSet<String> names = new TreeSet<>();
        unknown.getKnownPropertyIds().forEach(id -> names.add(String.valueOf(id)));
        return List.copyOf(names);
    }

    private static UnreadableJson wrongType(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        String field = "body";
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            if (name == null) {
                pointer.append('/').append(step.getIndex());
            } else if (SAFE_NAME.matcher(name).matches()) {
                field = name;
                pointer.append('/').append(name);
            } else {
                break;
            }
        }
        return new WrongType(
                new InputError(pointer.toString(), field + ".type", "Must have the type that is documented."));
    }
}

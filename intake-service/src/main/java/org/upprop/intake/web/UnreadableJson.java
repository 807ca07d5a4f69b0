package org.upprop.intake.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.upprop.intake.input.InputError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body could not be read: it is no JSON of the expected form, or only one of its fields is wrong. */
sealed interface UnreadableJson {

    /** Well-formed, but with a number where a text belongs. */
    record WrongType(InputError error) implements UnreadableJson {}

    /** Well-formed, but with a field that nobody knows. */
    record UnknownField(InputError error) implements UnreadableJson {}

    /** Deeper, longer or more than any input needs. */
    record Excessive(String limits) implements UnreadableJson {}

    record Malformed() implements UnreadableJson {}

    /** Names of fields and language tags; whatever else stands in a path was made up by the sender. */
    Pattern SAFE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,34}");

    String LIMITS = "JSON may be %d levels deep and have %d tokens, names of %d characters and numbers of %d."
            .formatted(StrictJson.DEPTH, StrictJson.TOKENS, StrictJson.NAME_LENGTH, StrictJson.NUMBER_LENGTH);

    static UnreadableJson of(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case MismatchedInputException wrong when !wrong.getPath().isEmpty() -> wrongType(wrong.getPath());
            case InputCoercionException tooLarge when !tooLarge.getPath().isEmpty() -> wrongType(tooLarge.getPath());
            case StreamConstraintsException excessive -> new Excessive(LIMITS);
            case null, default -> new Malformed();
        };
    }

    /** Points at what holds the field, since its own name was made up by the sender. */
    private static UnknownField unknownField(UnrecognizedPropertyException unknown) {
        List<JacksonException.Reference> path = unknown.getPath();
        String known = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return new UnknownField(new InputError(
                Place.of(path.subList(0, path.size() - 1)).pointer(),
                "field.unknown",
                "A field is not known. Known there: " + known + "."));
    }

    private static WrongType wrongType(List<JacksonException.Reference> path) {
        Place place = Place.of(path);
        return new WrongType(
                new InputError(place.pointer(), place.field() + ".type", "Must have the type that is documented."));
    }

    /** How far down a path leads, and the last field on it, as long as the names are ours. */
    record Place(String pointer, String field) {

        static Place of(List<JacksonException.Reference> path) {
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
            return new Place(pointer.toString(), field);
        }
    }
}

package org.upprop.intake.door;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of bad inputs.
 *
 * @param type the last part of the problem's type; null where HTTP itself says enough
 * @param error pointer and code of the only error, with a blank between them; null where the problem names no field
 * @param headers what else the answer says, as {@code Name: value}
 */
record BadInput(
        String name,
        Request request,
        int status,
        @Nullable String type,
        @Nullable String error,
        List<String> headers) {

    static BadInput of(String name, Request request, int status, @Nullable String type, String... headers) {
        return new BadInput(name, request, status, type, null, List.of(headers));
    }

    /** A request that HTTP or JSON does not allow. */
    static BadInput malformed(String name, Request request) {
        return of(name, request, 400, "malformed");
    }

    /** A signature with one field that breaks a rule. */
    static BadInput invalid(String name, String json, String pointer, String code) {
        return new BadInput(name, Request.signing(json), 422, "invalid", pointer + " " + code, List.of());
    }

    /** A signature with a field that nobody knows. */
    static BadInput unknownField(String name, String json, String pointer) {
        return new BadInput(name, Request.signing(json), 400, "malformed", pointer + " field.unknown", List.of());
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.upprop.publication.list.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.upprop.publication.list.Resolution;
import org.upprop.signature.Country;
import org.upprop.signature.SignatoryKind;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;

/** Reads the parameters of an address. An empty one counts as absent, as a form sends it. */
final class Parameters {

    static final int LONGEST_PART = 100;

    private static final int USUAL_PART = 50;
    private static final int LONGEST_BEGINNING = 100;

    private Parameters() {}

    static @Nullable SignatoryKind kind(@Nullable String value) {
        return switch (value) {
            case null -> null;
            case "" -> null;
            case "individual" -> SignatoryKind.INDIVIDUAL;
            case "organisation" -> SignatoryKind.ORGANISATION;
            default -> throw InvalidParameter.forbidden("kind", "kind.unknown", "Must be individual or organisation.");
        };
    }

    static Resolution resolution(@Nullable String value) {
        return switch (value) {
            case null -> Resolution.DAY;
            case "", "day" -> Resolution.DAY;
            case "hour" -> Resolution.HOUR;
            default -> throw InvalidParameter.forbidden("resolution", "resolution.unknown", "Must be hour or day.");
        };
    }

    static @Nullable Country country(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return new Country(value);
        } catch (InvalidValue unknown) {
            throw InvalidParameter.forbidden("country", unknown.code(), unknown.rule());
        }
    }

    static @Nullable String beginning(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return TypedText.line("q", value, LONGEST_BEGINNING);
        } catch (InvalidValue wrong) {
            throw InvalidParameter.forbidden("q", wrong.code(), wrong.rule());
        }
    }

    /** The entries asked for by their ids; that is a way of its own to ask, beside which no other parameter stands. */
    static List<UUID> ids(MultiValueMap<String, String> parameters) {
        List<String> ids = parameters.getOrDefault("id", List.of());
        if (parameters.size() > 1) {
            throw InvalidParameter.unreadable("id", "id.combined", "Must not stand beside another parameter.");
        }
        if (ids.size() > LONGEST_PART) {
            throw InvalidParameter.forbidden("id", "id.too-many", "Must be at most " + LONGEST_PART + ".");
        }
        try {
            return ids.stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException unreadable) {
            throw InvalidParameter.unreadable("id", "id.unreadable", "Must be the id of an entry.");
        }
    }

    static int limit(@Nullable String value) {
        int limit = value == null || value.isEmpty() ? USUAL_PART : number(value);
        if (limit < 1 || limit > LONGEST_PART) {
            throw InvalidParameter.forbidden("limit", "limit.out-of-range", "Must be from 1 to " + LONGEST_PART + ".");
        }
        return limit;
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException unreadable) {
            throw InvalidParameter.unreadable(
                    "limit", "limit.unreadable", "Must be a number from 1 to " + LONGEST_PART + ".");
        }
    }
}

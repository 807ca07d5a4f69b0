package org.upprop.publication.list.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListPlace;
import org.upprop.publication.list.ListPlace.AfterIndividual;
import org.upprop.publication.list.ListPlace.AfterOrganisation;

/** A place in a list as it stands in an address; nobody but this class needs to understand it. */
final class Cursor {

    private static final String ORGANISATION = "o";
    private static final String INDIVIDUAL = "i";

    private Cursor() {}

    static @Nullable String of(@Nullable ListPlace place) {
        return switch (place) {
            case null -> null;
            case AfterOrganisation(String name, UUID id) -> encoded(ORGANISATION + " " + id + " " + name);
            case AfterIndividual(Instant listedAt, UUID id) ->
                encoded(INDIVIDUAL + " " + id + " " + ChronoUnit.MICROS.between(Instant.EPOCH, listedAt));
        };
    }

    /** @throws InvalidParameter if it was not made by this class */
    static ListPlace read(String cursor) {
        try {
            String[] parts = decoded(cursor).split(" ", 3);
            if (parts.length < 3) {
                throw broken();
            }
            UUID id = UUID.fromString(parts[1]);
            return switch (parts[0]) {
                case ORGANISATION -> new AfterOrganisation(storable(parts[2]), id);
                case INDIVIDUAL -> new AfterIndividual(momentOf(parts[2]), id);
                default -> throw broken();
            };
        } catch (CharacterCodingException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException unreadable) {
            throw broken();
        }
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) throws CharacterCodingException {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String storable(String name) {
        if (name.indexOf('\0') >= 0) {
            throw broken();
        }
        return name;
    }

    /** The years that PostgreSQL and the calendar both know, which is more than a list will last. */
    private static Instant momentOf(String micros) {
        Instant moment = Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(ListPlace.FIRST_INDIVIDUAL.listedAt())) {
            throw broken();
        }
        return moment;
    }

    private static InvalidParameter broken() {
        return InvalidParameter.unreadable("after", "cursor.invalid", "Must be the `next` of an answer of this list.");
    }
}

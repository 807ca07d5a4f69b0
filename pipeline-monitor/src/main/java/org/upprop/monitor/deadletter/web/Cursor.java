package org.upprop.monitor.deadletter.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.upprop.monitor.deadletter.Place;
import org.upprop.monitor.deadletter.Position;

/** A place among the dead letters as it stands in an address; nobody but this class needs to understand it. */
final class Cursor {

    private Cursor() {}

    static String of(Position position) {
        String text = position.at().toEpochMilli() + " " + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The place, or nothing if the text was not made by this class. */
    static Optional<Position> read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", 2);
            Instant at = Instant.ofEpochMilli(Long.parseLong(parts[0]));
            return parts.length < 2 ? Optional.empty() : Place.read(parts[1]).map(id -> new Position(at, id));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

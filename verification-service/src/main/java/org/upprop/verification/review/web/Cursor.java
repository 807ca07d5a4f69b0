package org.upprop.verification.review.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.upprop.signature.SignatureId;
import org.upprop.verification.comment.WaitingComment;
import org.upprop.verification.review.Waiting;

/** A place in the queue as it stands in an address; nobody but this class needs to understand it. */
final class Cursor {

    private static final int PARTS = 3;

    private Cursor() {}

    static String of(Waiting.Place place) {
        String text = place.evidence() + " " + ChronoUnit.MICROS.between(Instant.EPOCH, place.since()) + " "
                + place.signature();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static String of(WaitingComment.Place place) {
        return of(new Waiting.Place(true, place.since(), place.signature()));
    }

    /** The same for a place among comments. */
    static Optional<WaitingComment.Place> readComment(String cursor) {
        return read(cursor).map(place -> new WaitingComment.Place(place.since(), place.signature()));
    }

    /** The place, or nothing if the text was not made by this class. */
    static Optional<Waiting.Place> read(String cursor) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", PARTS);
            return parts.length < PARTS
                    ? Optional.empty()
                    : Optional.of(new Waiting.Place(
                            Boolean.parseBoolean(parts[0]),
                            Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS),
                            new SignatureId(UUID.fromString(parts[2]))));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}

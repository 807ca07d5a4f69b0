package org.upprop.intake.admission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Hmac;

/**
 * Signs tickets and reads them again. All instances have the same key, so each reads what another one wrote. The appeal is
 * signed but not written: under another appeal a token is as good as forged.
 */
@Component
final class Tickets {

    private static final byte FORM = 2;
    private static final int CONTENT_BYTES = 35;
    private static final int MAC_BYTES = 16;
    private static final int TOKEN_LENGTH = (CONTENT_BYTES + MAC_BYTES) / 3 * 4;
    private static final long NO_TURN = 0;

    private final SecretKey key;

    Tickets(Fingerprints secret) {
        key = secret.otherKey("upprop admission 1");
    }

    String write(Ticket ticket, AppealSlug appeal) {
        Instant turn = ticket.turn();
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(FORM)
                .put((byte) ticket.difficulty())
                .put((byte) ticket.cost())
                .putLong(turn == null ? NO_TURN : turn.toEpochMilli())
                .putLong(ticket.expiresAt().toEpochMilli())
                .putLong(ticket.id().getMostSignificantBits())
                .putLong(ticket.id().getLeastSignificantBits())
                .array();
        byte[] token = Arrays.copyOf(content, CONTENT_BYTES + MAC_BYTES);
        System.arraycopy(mac(content, appeal), 0, token, CONTENT_BYTES, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The ticket behind a token; none if it was not written here for this appeal. */
    Optional<Ticket> read(String token, AppealSlug appeal) {
        if (token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
        return MessageDigest.isEqual(mac, Arrays.copyOf(mac(content, appeal), MAC_BYTES))
                ? Optional.of(ticket(ByteBuffer.wrap(content)))
                : Optional.empty();
    }

    private static Ticket ticket(ByteBuffer content) {
        content.get();
        int difficulty = content.get();
        int cost = content.get();
        long turn = content.getLong();
        Instant expiresAt = Instant.ofEpochMilli(content.getLong());
        UUID id = new UUID(content.getLong(), content.getLong());
        return new Ticket(id, difficulty, cost, turn == NO_TURN ? null : Instant.ofEpochMilli(turn), expiresAt);
    }

    private byte[] mac(byte[] content, AppealSlug appeal) {
        return Hmac.of(key, content, appeal.value().getBytes(StandardCharsets.US_ASCII));
    }
}

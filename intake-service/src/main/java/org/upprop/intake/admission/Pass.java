package org.upprop.intake.admission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;

/** What somebody brings back of a challenge, and what it is worth. */
sealed interface Pass {

    /** Nothing was brought, or a ticket without a turn, and then perhaps there is one by now. */
    record None() implements Pass {}

    /** It was brought with a proof of work. */
    record Solved(Ticket ticket) implements Pass {}

    /** Its turn has come. */
    record Waited(Ticket ticket) implements Pass {}

    /** Its turn has not come; nothing is lost, since it can be brought again. */
    record Early(Ticket ticket, Instant turn) implements Pass {}

    /** It is forged, expired or for another appeal, or its proof is wrong. */
    record Void() implements Pass {}

    Pattern NONCE = Pattern.compile("[0-9]{1,16}");

    static Pass read(@Nullable String text, AppealSlug appeal, Tickets tickets, Instant now) {
        if (text == null || text.isBlank()) {
            return new None();
        }
        String pass = text.strip();
        int end = pass.indexOf(':');
        String token = end < 0 ? pass : pass.substring(0, end);
        return tickets.read(token, appeal)
                .filter(ticket -> now.isBefore(ticket.expiresAt()))
                .map(ticket -> end < 0 ? waited(ticket, now) : solved(ticket, pass, pass.substring(end + 1)))
                .orElseGet(Void::new);
    }

    private static Pass waited(Ticket ticket, Instant now) {
        Instant turn = ticket.turn();
        if (turn == null) {
            return new None();
        }
        return ticket.isReady(now) ? new Waited(ticket) : new Early(ticket, turn);
    }

    private static Pass solved(Ticket ticket, String pass, String nonce) {
        return NONCE.matcher(nonce).matches() && isProof(pass, ticket.difficulty()) ? new Solved(ticket) : new Void();
    }

    static boolean isProof(String pass, int difficulty) {
        return leadingZeroBits(pass) >= difficulty;
    }

    private static int leadingZeroBits(String pass) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(pass.getBytes(StandardCharsets.US_ASCII));
            int bits = 0;
            for (byte next : hash) {
                int zeros = Integer.numberOfLeadingZeros(next & 0xff) - 24;
                bits += zeros;
                if (zeros < 8) {
                    break;
                }
            }
            return bits;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}

package org.upprop.intake.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.appeal.AppealSlug;

/**
 * What this instance has let through already: whoever sends the same signature again, under the same idempotency key, is let
 * through as before, and a challenge that was used lets nobody else through here. What another instance has let through is
 * found out downstream, from the name of the challenge in the event.
 */
@Component
final class Repeats {

    private final int retries;
    private final Cache<UUID, Earlier> admitted;
    private final Cache<UUID, Boolean> used;

    Repeats(AdmissionProperties properties, InstantSource clock) {
        retries = properties.memory().retries();
        Caffeine<Object, Object> cache = Caffeine.newBuilder()
                .maximumSize(properties.memory().answers())
                .expireAfterWrite(
                        properties.turns().longest().plus(properties.proof().lifetime()))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
        admitted = cache.build();
        used = cache.build();
    }

    /** How the same signature was let through before; each key has only so many retries. */
    Optional<Verdict.Admitted> earlier(AppealSlug appeal, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : Optional.ofNullable(admitted.getIfPresent(named(appeal, key)))
                        .filter(earlier -> earlier.repeated().incrementAndGet() <= retries)
                        .map(Earlier::verdict);
    }

    void remember(AppealSlug appeal, @Nullable String key, Verdict.Admitted verdict) {
        if (key != null) {
            admitted.put(named(appeal, key), new Earlier(verdict, new AtomicInteger()));
        }
    }

    /** Whether this is the first use of a ticket here. */
    boolean isFirstUse(Ticket ticket) {
        return used.asMap().putIfAbsent(ticket.id(), true) == null;
    }

    /** A key has any length; what stands for it here has one. */
    private static UUID named(AppealSlug appeal, String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((appeal.value() + "\n" + key).getBytes(StandardCharsets.UTF_8));
            ByteBuffer name = ByteBuffer.wrap(hash);
            return new UUID(name.getLong(), name.getLong());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private record Earlier(Verdict.Admitted verdict, AtomicInteger repeated) {}
}

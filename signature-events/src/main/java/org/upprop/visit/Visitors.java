package org.upprop.visit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.Hmac;
import org.upprop.visit.Visitor.Origin;

/**
 * Makes visitors of remote addresses, under a random salt that this instance keeps in memory for a day of UTC and tells
 * nobody. At midnight everybody is new.
 */
public final class Visitors {

    private static final int SALT_BYTES = 32;
    private static final int BLOCK_BYTES = 8;
    private static final int NETWORK_BYTES = 6;
    private static final byte[] UNREADABLE = {};

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private volatile Salt salt;

    public Visitors(InstantSource clock) {
        this.clock = clock;
        salt = newSalt();
    }

    /** A name is never looked up: all whose address cannot be read share one block. */
    public Visitor at(@Nullable String address) {
        SecretKeySpec key = saltOfTheDay().key();
        return switch (read(address)) {
            case Inet6Address v6 ->
                new Visitor(origin(key, v6.getAddress(), BLOCK_BYTES), origin(key, v6.getAddress(), NETWORK_BYTES));
            case InetAddress v4 -> new Visitor(origin(key, v4.getAddress(), v4.getAddress().length), null);
            case null -> new Visitor(origin(key, UNREADABLE, 0), null);
        };
    }

    /** IPv4 that is mapped into IPv6 comes out as IPv4. */
    private static @Nullable InetAddress read(@Nullable String address) {
        try {
            return address == null ? null : InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static Origin origin(SecretKeySpec key, byte[] address, int length) {
        ByteBuffer hash = ByteBuffer.wrap(Hmac.of(key, new byte[] {(byte) length}, Arrays.copyOf(address, length)));
        return new Origin(hash.getLong(), hash.getLong());
    }

    private Salt saltOfTheDay() {
        Salt present = salt;
        if (present.day().equals(today())) {
            return present;
        }
        synchronized (this) {
            if (!salt.day().equals(today())) {
                salt = newSalt();
            }
            return salt;
        }
    }

    private Salt newSalt() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return new Salt(today(), new SecretKeySpec(bytes, Hmac.ALGORITHM));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Salt(LocalDate day, SecretKeySpec key) {}
}

package org.upprop.verification.visit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Where a visit comes from, as a hash under a key that nobody else has; the address itself is kept nowhere. */
record Place(long high, long low, boolean isNetwork) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BLOCK_BYTES = 8;
    private static final int NETWORK_BYTES = 6;
    private static final byte[] UNREADABLE = {};

    /** The block of an address, and its network where it has one. A name is never looked up. */
    static List<Place> of(@Nullable String address, byte[] key) {
        return switch (read(address)) {
            case Inet6Address v6 ->
                List.of(
                        place(key, v6.getAddress(), BLOCK_BYTES, false),
                        place(key, v6.getAddress(), NETWORK_BYTES, true));
            case InetAddress v4 -> List.of(place(key, v4.getAddress(), v4.getAddress().length, false));
            case null -> List.of(place(key, UNREADABLE, 0, false));
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

    private static Place place(byte[] key, byte[] address, int length, boolean isNetwork) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((byte) length);
            mac.update(address, 0, length);
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
            return new Place(hash.getLong(), hash.getLong(), isNetwork);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }

    @Override
    public String toString() {
        return "Place[…]";
    }
}

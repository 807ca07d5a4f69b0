package org.upprop.local.doctor;

import java.math.BigInteger;
import java.net.InetAddress;

/** What can be told of an address by its bits. */
final class Addresses {

    private static final int UNIQUE_LOCAL = 0xFC;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;

    private Addresses() {}

    /** It means something only on this machine or in this network. */
    static boolean isNotForThePublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || bytes.length == 16 && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }

    /** Whether the first bits of two addresses of the same kind are the same. */
    static boolean shareBits(InetAddress one, InetAddress other, int bits) {
        int length = one.getAddress().length;
        return length == other.getAddress().length && prefix(one, bits).equals(prefix(other, bits));
    }

    private static BigInteger prefix(InetAddress address, int bits) {
        return new BigInteger(1, address.getAddress()).shiftRight(Math.max(0, address.getAddress().length * 8 - bits));
    }
}

package org.upprop.visit;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody comes from, as far as limits need to know it: hashes under a salt that is forgotten every day, so that
 * nothing here leads back to an address, and that mean something to one instance only.
 *
 * @param block an IPv4 address, or an IPv6 /64
 * @param network the IPv6 /48 around the block, which one customer may hold whole; none around an IPv4 address
 */
public record Visitor(Origin block, @Nullable Origin network) {

    /** 128 bits of a keyed hash. */
    public record Origin(long high, long low) {

        @Override
        public String toString() {
            return "Origin[hidden]";
        }
    }
}

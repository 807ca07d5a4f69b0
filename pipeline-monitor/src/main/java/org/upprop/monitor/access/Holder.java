package org.upprop.monitor.access;

/**
 * Whoever holds a token.
 *
 * @param name under which the record of actions has them
 */
public record Holder(String name, Role role) {

    public boolean may(Role asked) {
        return role.covers(asked);
    }
}

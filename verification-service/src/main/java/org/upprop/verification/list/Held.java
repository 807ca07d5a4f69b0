package org.upprop.verification.list;

/**
 * What waits for the end of its window, because the time at which it came would tell who was there at that time. Whatever
 * takes something off the list, or shows less of it, waits for nothing.
 */
public interface Held {

    /** Lets the list have what has waited long enough, of each kind up to a limit; false where that is nothing. */
    boolean release(int limit);

    /** How many entries wait. */
    long size();
}

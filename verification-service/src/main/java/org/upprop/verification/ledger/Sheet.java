package org.upprop.verification.ledger;

import java.util.Map;
import java.util.SortedMap;

/**
 * What became of every record that was read, and of every submission that was stored.
 *
 * @param read records that were read
 * @param firstSeen those that held a submission that was new
 * @param repeated those that held one that was known
 * @param passedOver those of a type that came after their reader
 * @param setAside those that became dead letters
 * @param states submissions by the state that they are in
 * @param forgotten submissions that ended and were deleted
 * @param next the offset that is counted next, by topic and partition
 */
public record Sheet(
        long read,
        long firstSeen,
        long repeated,
        long passedOver,
        long setAside,
        SortedMap<String, Long> states,
        long forgotten,
        Map<String, SortedMap<Integer, Long>> next) {

    /** Records of which nobody knows what became; those that are just being set aside are among them. Else it is 0. */
    public long lostRecords() {
        return read - firstSeen - repeated - passedOver - setAside;
    }

    /** Submissions that were stored and are in no state and not forgotten. It is 0. */
    public long lostSubmissions() {
        return firstSeen - states.values().stream().mapToLong(Long::longValue).sum() - forgotten;
    }
}

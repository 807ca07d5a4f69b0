package org.upprop.monitor.ledger;

import java.util.Map;
import java.util.SortedMap;

/**
 * The ledger as verification tells it: {@code /actuator/ledger}.
 *
 * @param read records that were read
 * @param firstSeen those that held a submission that was new
 * @param repeated those that held one that was known
 * @param passedOver those of a type that came after their reader
 * @param setAside those that became dead letters
 * @param lostRecords those of which nobody knows what became
 * @param states submissions by the state that they are in
 * @param forgotten submissions that ended and were deleted
 * @param lostSubmissions those that were stored, and are in no state and not forgotten
 * @param next the offset that is counted next, by topic and partition
 */
public record Sheet(
        long read,
        long firstSeen,
        long repeated,
        long passedOver,
        long setAside,
        long lostRecords,
        SortedMap<String, Long> states,
        long forgotten,
        long lostSubmissions,
        Map<String, SortedMap<Integer, Long>> next) {}

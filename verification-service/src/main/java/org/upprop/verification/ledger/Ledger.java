package org.upprop.verification.ledger;

import java.util.Map;

/** Counts every record once, however often it is delivered. */
public interface Ledger {

    /** Counts records, in the transaction that stores what they hold. */
    void count(Map<Place, Outcome> records);

    /** Counts a record that has become a dead letter. */
    void countSetAside(Place place);

    /** What it says, all of one moment. */
    Sheet sheet();
}

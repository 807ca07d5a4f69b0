package org.upprop.verification.list;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How far the list was told. */
public interface Progress {

    /** How far it was told by now; nothing while that cannot be said. */
    Optional<Told> look();

    /**
     * How far it was told.
     *
     * @param before nothing that was due before that is still to be told, nor will ever be
     * @param due how many entries each appeal's list has once it was told all that is due; what is held is not
     */
    record Told(Instant before, Map<String, Long> due) {}
}

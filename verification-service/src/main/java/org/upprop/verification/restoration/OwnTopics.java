package org.upprop.verification.restoration;

import java.util.List;
import java.util.function.Consumer;
import org.upprop.delivery.Away;
import org.upprop.verification.ledger.Place;

/** The topics that this stage reads and writes. */
public interface OwnTopics {

    /**
     * Reads all that the list was told, whatever a relay that has ended had begun to tell among it.
     *
     * @throws Away if the broker is
     */
    void read(Consumer<List<Said>> part);

    /**
     * Lets the stage go on no later than at these places, and of partitions that are not among them at the beginning.
     *
     * @throws Away if the broker is, or if the stage is still running somewhere
     */
    void goBackTo(List<Place> places);
}

package org.upprop.verification.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where submissions come in. */
public interface Arrivals {

    /**
     * Stores what is new, each in the state that its signatory's other submissions give it, and returns that. What came
     * with a proof of work that another signature was stored with is marked, and so is what a signatory sends whom a
     * reviewer rejected in the last 30 days. The recipients must be locked.
     *
     * @param arrivals no two with the same id
     * @param burst how many of one mail domain may sign one appeal within an hour; further ones are marked. Nothing where
     *     as many may as like
     */
    List<Stored> store(List<Arrival> arrivals, @Nullable Integer burst);

    /** Forgets some of the proofs of work with which nothing can come in any more, and returns how many. */
    int purgeProofs(int most);
}

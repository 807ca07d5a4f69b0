package org.upprop.verification.review;

import java.util.List;

/** The signatures that wait for a reviewer. */
public interface ReviewQueue {

    /** Those behind a place, in their order. */
    List<Waiting> after(Waiting.Place place, int limit);
}

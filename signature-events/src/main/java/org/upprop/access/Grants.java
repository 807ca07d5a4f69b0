package org.upprop.access;

import java.util.List;

/** The tokens that people were given and that nobody has revoked, as this instance knows. */
public interface Grants {

    /** Whether this instance has read them all; until then one that is there may be revoked, further on. */
    boolean areRead();

    /** All of them, also those that have ended. */
    List<Grant> all();
}

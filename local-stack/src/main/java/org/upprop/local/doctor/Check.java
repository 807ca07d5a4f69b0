package org.upprop.local.doctor;

import java.util.List;

/** Looks at one thing that an installation needs, and changes nothing. */
interface Check {

    /** What there is to say of it; nothing where another check says why it could not be looked at. */
    List<Finding> findings();
}

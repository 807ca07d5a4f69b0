package org.upprop.monitor.access;

import java.util.Locale;

/** What somebody may do with the pipeline. */
public enum Role {
    /** See what operators see. */
    VIEWER,
    /** That, and act. */
    OPERATOR;

    /** What settings and messages call it, and whoever holds its token without a name. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean covers(Role other) {
        return compareTo(other) >= 0;
    }
}

package org.upprop.delivery;

import org.jspecify.annotations.Nullable;

/** A record that no retry will mend: it steps aside at once, and the records behind it go on. */
public final class BadRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReasonCode reason;

    public BadRecord(ReasonCode reason) {
        this(reason, null);
    }

    public BadRecord(ReasonCode reason, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public ReasonCode reason() {
        return reason;
    }
}

package org.upprop.delivery;

/** A record that is ahead of what this instance has read, such as one of an appeal that was published a moment ago. */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReasonCode reason;

    public NotYet(ReasonCode reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** What the record is set aside for if the wait is in vain. */
    public ReasonCode reason() {
        return reason;
    }
}

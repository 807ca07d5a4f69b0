package org.upprop.monitor.offset;

/** A stage cannot be set back while it runs, since its consumers know better how far they are. */
public final class StageRuns extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int members;

    /** @param members of its group */
    public StageRuns(int members) {
        super("Its group has %d members".formatted(members), null, false, false);
        this.members = members;
    }

    public int members() {
        return members;
    }
}

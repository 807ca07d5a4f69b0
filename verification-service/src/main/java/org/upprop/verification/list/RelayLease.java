package org.upprop.verification.list;

/** Makes one instance at a time the one that tells the list; the clock of the database decides. */
public interface RelayLease {

    /** Takes or renews it; false while another instance holds it. */
    boolean hold();

    /** Lets the next instance have it at once. */
    void release();
}

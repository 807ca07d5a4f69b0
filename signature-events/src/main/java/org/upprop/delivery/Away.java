package org.upprop.delivery;

/** What a stage needs is away, or was not read yet; it waits, whatever it has at hand. */
public final class Away extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Away(String what) {
        super(what);
    }
}

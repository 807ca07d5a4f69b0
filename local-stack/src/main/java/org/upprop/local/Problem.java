package org.upprop.local;

/** What the user can do something about: shown as its message alone, and the command ends with the exit code. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Problem(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Nothing was begun, because what was asked for cannot be had. */
    public static Problem beforehand(String message) {
        return new Problem(2, message);
    }

    /** Something was begun and failed. */
    public static Problem underway(String message) {
        return new Problem(1, message);
    }

    public int exitCode() {
        return exitCode;
    }
}

package org.upprop.monitor.brake;

/** A brake that cannot be put on. Its message says what would be right, and is for people. */
public final class BrakeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Why why;

    public BrakeRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What is wrong with it. */
    public enum Why {
        APPEAL_UNKNOWN("appeal.unknown"),
        /** It holds no appeal of its own, but everything. */
        APPEAL_NOT_TAKEN("appeal.not-taken"),
        APPEAL_MISSING("appeal.missing"),
        LEVEL_NOT_TAKEN("level.not-taken"),
        /** There is none, or it is too low or too high. */
        LEVEL_RANGE("level.range");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** The field that is wrong. */
        public String field() {
            return code.substring(0, code.indexOf('.'));
        }
    }
}

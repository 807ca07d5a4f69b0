package org.upprop.monitor.token;

/** A token that is not made. */
public final class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Why why;
    private final String rule;

    public TokenRefused(Why why, String rule) {
        super(rule);
        this.why = why;
        this.rule = rule;
    }

    public Why why() {
        return why;
    }

    /** What would be right, for people. */
    public String rule() {
        return rule;
    }

    /** What is wrong with it. */
    public enum Why {
        ROLE_UNKNOWN("role", "role.unknown"),
        HOLDER_INVALID("holder", "holder.invalid"),
        /** The role is about all of them. */
        APPEALS_NOT_TAKEN("appeals", "appeals.not-taken"),
        /** It would be for nothing. */
        APPEALS_EMPTY("appeals", "appeals.empty"),
        APPEALS_UNKNOWN("appeals", "appeals.unknown"),
        /** In the past, or too far away. */
        END_RANGE("endsAt", "end.range"),
        TOO_MANY("", "token.too-many");

        private final String field;
        private final String code;

        Why(String field, String code) {
            this.field = field;
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** Where in the wish it stands; empty for the whole of it. */
        public String pointer() {
            return field.isEmpty() ? "" : "/" + field;
        }
    }
}

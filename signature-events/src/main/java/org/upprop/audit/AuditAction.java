package org.upprop.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done to the pipeline. */
public enum AuditAction {
    @JsonProperty("brake-on")
    BRAKE_ON("brake-on"),
    @JsonProperty("brake-off")
    BRAKE_OFF("brake-off"),
    /** Dead letters begin to be sent on their way again. */
    @JsonProperty("redrive-start")
    REDRIVE_START("redrive-start"),
    /** It came to its end, or was ended. */
    @JsonProperty("redrive-end")
    REDRIVE_END("redrive-end"),
    /** Dead letters are given up. */
    @JsonProperty("discard")
    DISCARD("discard"),
    /** A stage is set to another place of its topic. */
    @JsonProperty("offsets-reset")
    OFFSETS_RESET("offsets-reset"),
    @JsonProperty("token-made")
    TOKEN_MADE("token-made"),
    @JsonProperty("token-revoked")
    TOKEN_REVOKED("token-revoked");

    private final String id;

    AuditAction(String id) {
        this.id = id;
    }

    /** What pages and commands call it. */
    public String id() {
        return id;
    }
}

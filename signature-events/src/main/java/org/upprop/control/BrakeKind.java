package org.upprop.control;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a brake does. */
public enum BrakeKind {
    /** The appeal takes no new signatures until the brake is off; everything else of it goes on. */
    @JsonProperty("pause-appeal")
    PAUSE_APPEAL("pause-appeal"),
    /** Every signature needs a proof of work, whose difficulty in bits is the level of the brake. */
    @JsonProperty("proof-of-work")
    PROOF_OF_WORK("proof-of-work"),
    /** No mail leaves until the brake is off; it holds the mails of all appeals, and nothing but mails. */
    @JsonProperty("hold-mail")
    HOLD_MAIL("hold-mail");

    private final String id;

    BrakeKind(String id) {
        this.id = id;
    }

    /** What keys and commands call it. */
    public String id() {
        return id;
    }
}

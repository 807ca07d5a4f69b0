package org.upprop.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What a brake does. */
public enum BrakeKind {
    /** The appeal takes no new signatures until the brake is off; everything else of it goes on. */
    @JsonProperty("pause-appeal")
    PAUSE_APPEAL("pause-appeal", Holds.EITHER, 0, 0),
    /** The appeal is closed from when the brake was put on, as if its own time had come. */
    @JsonProperty("close-appeal")
    CLOSE_APPEAL("close-appeal", Holds.ONE_APPEAL, 0, 0),
    /** Every signature needs a proof of work, whose difficulty in bits is the level of the brake. */
    @JsonProperty("proof-of-work")
    PROOF_OF_WORK("proof-of-work", Holds.EITHER, 1, 26),
    /** As many times as much may come, as the level says, before a proof of work or a wait is asked for. */
    @JsonProperty("widen-limits")
    WIDEN_LIMITS("widen-limits", Holds.EITHER, 2, 100),
    /** No mail leaves until the brake is off; it holds the mails of all appeals, and nothing but mails. */
    @JsonProperty("hold-mail")
    HOLD_MAIL("hold-mail", Holds.EVERYTHING, 0, 0),
    /** No submission is read until the brake is off; what was read before goes on. */
    @JsonProperty("pause-verification")
    PAUSE_VERIFICATION("pause-verification", Holds.EVERYTHING, 0, 0),
    /** The list stays as it is until the brake is off: nobody comes on it, and nobody off. */
    @JsonProperty("pause-publication")
    PAUSE_PUBLICATION("pause-publication", Holds.EVERYTHING, 0, 0);

    private final String id;
    private final Holds holds;
    private final int lowest;
    private final int highest;

    BrakeKind(String id, Holds holds, int lowest, int highest) {
        this.id = id;
        this.holds = holds;
        this.lowest = lowest;
        this.highest = highest;
    }

    public static Optional<BrakeKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** What keys and commands call it. */
    public String id() {
        return id;
    }

    public Holds holds() {
        return holds;
    }

    /** Whether it is pulled more or less hard. */
    public boolean hasLevel() {
        return highest > 0;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    /** What a kind of brake can be put on. */
    public enum Holds {
        ONE_APPEAL,
        EVERYTHING,
        EITHER
    }
}

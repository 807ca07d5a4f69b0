package org.upprop.verification.signature;

import java.util.Arrays;

/** Where a signature stands, from its arrival to its end; its id is what the database and the answers say. */
public enum SignatureState {
    /** Nobody has decided; a mail is owed or out. */
    PENDING("pending"),
    /** Stored without a mail, since too many are undecided or its owner wants none. */
    SUPPRESSED("suppressed"),
    /** Confirmed, and not on the list before a reviewer approves. */
    AWAITING_REVIEW("awaiting-review"),
    LISTED("listed"),
    /** The owner of the address did not sign. */
    NOT_MINE("not-mine"),
    /** Another submission of the same signatory became the entry. */
    SUPERSEDED("superseded"),
    /** The link ended before anybody decided. */
    EXPIRED("expired"),
    WITHDRAWN("withdrawn"),
    /** Confirmed, and a reviewer kept it off the list. */
    REJECTED("rejected"),
    /** On the list as it was, while a change of it waits for a reviewer. */
    CHANGE_AWAITING_REVIEW("change-awaiting-review"),
    /** It was on the list, and a reviewer took it off. */
    INVALIDATED("invalidated");

    private final String id;

    SignatureState(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static SignatureState of(String id) {
        return Arrays.stream(values())
                .filter(state -> state.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a signature is called " + id));
    }
}

package org.upprop.verification.mail;

import java.util.Arrays;

/** What a mail is for. */
public enum MailKind {
    /** Asks the owner of the address to decide. */
    CONFIRM("confirm"),
    /** Answers a submission of somebody who has decided. */
    ALREADY_SIGNED("already-signed"),
    LISTED("listed"),
    AWAITING_REVIEW("awaiting-review"),
    /** A reviewer let it, or a change of it, on the list. */
    APPROVED("approved"),
    /** A reviewer kept it off the list. */
    REJECTED("rejected"),
    /** A reviewer kept a change of it off the list, where it stands as it was. */
    CHANGE_REJECTED("change-rejected"),
    /** A reviewer took it off the list. */
    TAKEN_OFF("taken-off"),
    PUT_BACK("put-back"),
    /** Nobody has decided yet. */
    REMINDER("reminder"),
    /** Nobody has decided, and the link ends soon. */
    LAST_REMINDER("last-reminder"),
    /** Answers who asked for the own links. */
    LINKS("links");

    private final String id;

    MailKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether a submission caused it, which anybody can make; answers to an owner's own act are not capped. */
    public boolean isCapped() {
        return urgency() > 0;
    }

    /**
     * What is sent first: answers to an owner's own act (0), which are few, before what submissions caused (1), of which
     * there may be a hundred thousand, before what only reminds (2).
     */
    public int urgency() {
        return switch (this) {
            case LISTED, AWAITING_REVIEW, APPROVED, REJECTED, CHANGE_REJECTED, TAKEN_OFF, PUT_BACK -> 0;
            case CONFIRM, ALREADY_SIGNED, LINKS -> 1;
            case REMINDER, LAST_REMINDER -> 2;
        };
    }

    /** Whether what it tells of comes on the list by that. */
    boolean lists() {
        return this == LISTED || this == APPROVED || this == PUT_BACK;
    }

    /** Whether it only reminds of a mail that went out before. */
    boolean reminds() {
        return this == REMINDER || this == LAST_REMINDER;
    }

    /** Whether it asks for a decision. */
    boolean asks() {
        return this == CONFIRM || reminds();
    }

    public static MailKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No mail is called " + id));
    }
}

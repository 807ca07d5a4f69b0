package org.upprop.verification.mail;

import java.util.Arrays;

/** What a mail is for. */
public enum MailKind {
    /** Asks the owner of the address to decide. */
    CONFIRM("confirm", true),
    /** Answers a submission of somebody who has decided. */
    ALREADY_SIGNED("already-signed", true),
    LISTED("listed", false),
    AWAITING_REVIEW("awaiting-review", false),
    /** A reviewer let it, or a change of it, on the list. */
    APPROVED("approved", false),
    /** A reviewer kept it, or a change of it, off the list. */
    REJECTED("rejected", false),
    /** A reviewer took it off the list. */
    TAKEN_OFF("taken-off", false),
    PUT_BACK("put-back", false),
    /** Nobody has decided yet. */
    REMINDER("reminder", true),
    /** Nobody has decided, and the link ends soon. */
    LAST_REMINDER("last-reminder", true),
    /** Answers who asked for the own links. */
    LINKS("links", true);

    private final String id;
    private final boolean capped;

    MailKind(String id, boolean capped) {
        this.id = id;
        this.capped = capped;
    }

    public String id() {
        return id;
    }

    /** Whether a submission caused it, which anybody can make; answers to an owner's own act are not capped. */
    public boolean isCapped() {
        return capped;
    }

    /**
     * What is sent first: answers to an owner's own act (0), which are few, before what submissions caused (1), of which
     * there may be a hundred thousand, before what only reminds (2).
     */
    public int urgency() {
        return switch (this) {
            case LISTED, AWAITING_REVIEW, APPROVED, REJECTED, TAKEN_OFF, PUT_BACK -> 0;
            case CONFIRM, ALREADY_SIGNED, LINKS -> 1;
            case REMINDER, LAST_REMINDER -> 2;
        };
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

package org.upprop.verification.ledger;

/** What became of a record that was read and not set aside. */
public enum Outcome {
    /** It held a submission that was new. */
    FIRST_SEEN,
    /** It held one that was known. */
    REPEATED,
    /** It was of a type that came after its reader. */
    PASSED_OVER
}

package org.upprop.signature;

/** Why a decided signature waits for a reviewer. A mark drops nothing, and whoever signs is not told of it. */
public enum ScreeningMark {
    /** A field that people do not see was filled in; some password managers do that too. */
    HONEYPOT("honeypot"),
    /** The form was sent sooner than people read. */
    FAST("fast"),
    /** More came from one address block, or to one appeal, than its budget. */
    BURST("burst"),
    /** The proof of work had been used for another signature. */
    PROOF_REUSED("proof-reused"),
    /** A reviewer rejected another signature of the same signatory under the same appeal, as long as that is known. */
    REJECTED_BEFORE("rejected-before"),
    /** A reviewer wants to see whatever comes from this mail domain. */
    BLOCKED_DOMAIN("blocked-domain"),
    /** A reviewer wants to see whatever comes from this mail address. */
    BLOCKED_ADDRESS("blocked-address"),
    /** Anybody gets an address on this mail domain for some minutes. */
    DISPOSABLE("disposable"),
    /** More came from one mail domain to one appeal within an hour than is usual. */
    DOMAIN_BURST("domain-burst");

    private final String id;

    ScreeningMark(String id) {
        this.id = id;
    }

    /** What events and tables call it. */
    public String id() {
        return id;
    }
}

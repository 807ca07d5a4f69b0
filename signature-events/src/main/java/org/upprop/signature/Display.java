package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the owner of an address released of an entry, the most first. An organisation is always shown in full. */
public enum Display {
    /** As it was submitted. */
    @JsonProperty("full")
    FULL,
    /** The initials of the name, and the country; what else stands beside it only if its owner asked for that. */
    @JsonProperty("initials")
    INITIALS,
    /** Counted, and never shown. */
    @JsonProperty("hidden")
    HIDDEN
}

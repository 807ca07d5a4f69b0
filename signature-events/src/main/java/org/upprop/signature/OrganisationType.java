package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of organisation signs. */
public enum OrganisationType {
    @JsonProperty("trade-union")
    TRADE_UNION,
    @JsonProperty("party")
    PARTY,
    @JsonProperty("ngo")
    NGO,
    @JsonProperty("community")
    COMMUNITY,
    @JsonProperty("media")
    MEDIA,
    @JsonProperty("academic")
    ACADEMIC,
    @JsonProperty("cooperative")
    COOPERATIVE,
    @JsonProperty("other")
    OTHER
}

package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who signs: a person for themselves, or somebody on behalf of an organisation. */
public enum SignatoryKind {
    @JsonProperty("individual")
    INDIVIDUAL,
    @JsonProperty("organisation")
    ORGANISATION
}

package org.upprop.local.demo;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Everything that the public list shows of one signatory, except when and under which id. */
record Listed(
        String kind,
        String name,
        String role,
        String affiliation,
        String city,
        String country,
        String website,
        String organisationType,
        String parent,
        String comment) {

    /** From an item of the list, or from what somebody signed with; what is absent is empty. */
    static Listed of(JsonNode json) {
        return new Listed(
                json.path("kind").asString(""),
                json.path("name").asString(""),
                json.path("role").asString(""),
                json.path("affiliation").asString(""),
                json.path("city").asString(""),
                json.path("country").asString(""),
                json.path("website").asString(""),
                json.path("organisationType").asString(""),
                json.path("parent").asString(""),
                json.path("comment").asString(""));
    }

    Listed named(String other) {
        return new Listed(kind, other, role, affiliation, city, country, website, organisationType, parent, comment);
    }

    @Override
    public String toString() {
        return Stream.of(name, role, affiliation, city, country, website, organisationType, parent, comment)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}

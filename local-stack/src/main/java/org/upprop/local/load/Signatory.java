package org.upprop.local.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who does not exist. A mail domain is shared by few, since a crowd from one domain waits for a reviewer.
 *
 * @param run a word that all of a run have in their name, and nobody else
 */
record Signatory(String run, int number) {

    private static final int OF_ONE_DOMAIN = 20;

    String name() {
        return "Load %s %d".formatted(run, number);
    }

    /** Of a domain that is nobody's (RFC 2606). */
    String email() {
        return "signatory-%d@%s-%d.example".formatted(number, run, number / OF_ONE_DOMAIN);
    }

    /** The same however often they try, so that they sign once. */
    UUID key() {
        return UUID.nameUUIDFromBytes(email().getBytes(US_ASCII));
    }

    ObjectNode signs(int appealVersion, String consentVersion) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "individual")
                .put("name", name())
                .put("email", email())
                .put("country", "SE")
                .put("locale", "en")
                .put("appealVersion", appealVersion);
        body.putObject("consent").put("version", consentVersion);
        return body;
    }
}

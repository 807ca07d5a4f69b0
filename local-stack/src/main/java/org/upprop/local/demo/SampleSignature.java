package org.upprop.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Somebody who signs the sample appeal, and what they decide when their mail comes.
 *
 * @param listedAs the name that the list then shows; nothing for who is only counted or waits for a reviewer
 * @param signature what the form would send
 */
record SampleSignature(String decision, @Nullable String listedAs, ObjectNode signature) {

    static List<SampleSignature> all() {
        try (InputStream in = SampleSignature.class.getResourceAsStream("sample-signatures.yaml")) {
            return List.of(new YAMLMapper().readValue(in, SampleSignature[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return signature.path("name").asString();
    }

    String email() {
        return signature.path("email").asString();
    }

    boolean isHidden() {
        return decision.equals("hidden");
    }

    /** What the list must hold of it: nothing but the country stands beside initials of who asked for no more. */
    Optional<Listed> expected() {
        if (listedAs == null) {
            return Optional.empty();
        }
        ObjectNode released = decision.equals("initials") ? signature.deepCopy().retain("kind", "country") : signature;
        return Optional.of(Listed.of(released).named(listedAs));
    }
}

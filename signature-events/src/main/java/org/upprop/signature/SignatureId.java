package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one submission, from the answer of intake to the end of verification; the public list never knows it. */
public record SignatureId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SignatureId {}

    public static SignatureId random() {
        return new SignatureId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

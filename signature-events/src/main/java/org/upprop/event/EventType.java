package org.upprop.event;

import java.util.Arrays;
import java.util.Optional;

/** What a record says, as its {@code ce_type} tells. */
public enum EventType {
    SIGNATURE_SUBMITTED("org.upprop.signature.submitted.v1"),
    SIGNATURE_VERIFIED("org.upprop.signature.verified.v1"),
    ENTRY_REMOVED("org.upprop.entry.removed.v1"),
    WATERMARK("org.upprop.watermark.v1"),
    APPEAL("org.upprop.appeal.v1"),
    APPEAL_TEXT("org.upprop.appeal-text.v1"),
    BRAKE("org.upprop.brake.v1"),
    TOKEN("org.upprop.token.v1"),
    COUNT("org.upprop.count.v1"),
    AUDIT("org.upprop.audit.v1");

    private final String id;

    EventType(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<EventType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}

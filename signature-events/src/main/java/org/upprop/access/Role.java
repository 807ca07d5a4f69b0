package org.upprop.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What somebody may do. */
public enum Role {
    /** See what operators see. */
    @JsonProperty("viewer")
    VIEWER("viewer"),
    /** That, and act on the pipeline. */
    @JsonProperty("operator")
    OPERATOR("operator"),
    /** Publish appeals, and export all that is released of their lists. */
    @JsonProperty("organiser")
    ORGANISER("organiser"),
    /** Decide about what waits for a reviewer. */
    @JsonProperty("reviewer")
    REVIEWER("reviewer");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** What settings, commands and pages call it, and who holds its token without a name. */
    public String id() {
        return id;
    }

    /** Whether it can end at some appeals. What operators see and do is about all of them. */
    public boolean canBeForSomeAppeals() {
        return this == ORGANISER || this == REVIEWER;
    }

    boolean covers(Role asked) {
        return this == asked || this == OPERATOR && asked == VIEWER;
    }
}

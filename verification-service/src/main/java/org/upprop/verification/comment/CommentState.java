package org.upprop.verification.comment;

import java.util.Arrays;

/** Where the comment of a confirmed signature stands; its id is what the database and the answers say. */
public enum CommentState {
    /** Nobody has read it; its signature may be listed meanwhile. */
    WAITING("waiting"),
    /** The list shows it wherever it shows the name or the initials that it belongs to. */
    SHOWN("shown"),
    /** A reviewer kept it off the list, or took it off. */
    NOT_SHOWN("not-shown");

    private final String id;

    CommentState(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static CommentState of(String id) {
        return Arrays.stream(values())
                .filter(state -> state.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a comment is called " + id));
    }
}

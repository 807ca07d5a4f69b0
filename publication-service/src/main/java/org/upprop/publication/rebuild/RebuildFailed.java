package org.upprop.publication.rebuild;

/** A rebuild cannot go on. The message is for operators and holds nothing of what is on a list. */
final class RebuildFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    RebuildFailed(String message) {
        super(message);
    }
}

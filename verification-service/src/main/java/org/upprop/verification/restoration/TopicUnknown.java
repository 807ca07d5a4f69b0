package org.upprop.verification.restoration;

/** The topic knows nothing of what this database has told it, so it is another one. */
final class TopicUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicUnknown() {
        super("The topic is another one", null, false, false);
    }
}

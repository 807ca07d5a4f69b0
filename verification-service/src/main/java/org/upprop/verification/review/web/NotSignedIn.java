package org.upprop.verification.review.web;

/** Nobody is signed in, or a form came from elsewhere. */
final class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSignedIn() {
        super("Not signed in", null, false, false);
    }
}

package org.upprop.monitor.access.web;

/** Nobody is signed in, or nobody who may do this, or a form came from elsewhere. */
final class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSignedIn() {
        super("Not signed in", null, false, false);
    }
}

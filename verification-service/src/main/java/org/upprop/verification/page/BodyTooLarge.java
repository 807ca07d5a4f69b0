package org.upprop.verification.page;

import java.io.IOException;

/** A request holds more than is ever needed. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("More than " + BodyLimit.BYTES + " bytes");
    }
}

package org.upprop.publication.export;

/**
 * Something went wrong after the first byte. Nobody may handle it: only an exception that comes to the server ends the
 * connection without the end of the answer, so that half a list never looks whole.
 */
public final class ExportBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportBroken(Throwable cause) {
        super("A list was not exported to its end", cause);
    }
}

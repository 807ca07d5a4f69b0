package org.upprop.infrastructure;

/** Somebody else listens on the port that a server was told to use. */
public final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int port;

    PortTaken(int port) {
        super("Port %d is in use by another program".formatted(port));
        this.port = port;
    }

    public int port() {
        return port;
    }
}

package org.upprop.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** TCP ports of the loopback address. */
final class Ports {

    /** Addresses are written as numbers: {@code localhost} may mean IPv6 to one program and IPv4 to another. */
    static final String LOOPBACK = "127.0.0.1";

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

    private Ports() {}

    /** The wished port if nobody listens on it, and any free one for 0. */
    static int choose(int wished) {
        if (wished == 0) {
            return free();
        }
        // Two looks, since some systems let a second program bind the loopback beside one that listens everywhere.
        if (answers(wished) || !canBind(wished)) {
            throw new PortTaken(wished);
        }
        return wished;
    }

    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canBind(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), (int) CONNECT_TIMEOUT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

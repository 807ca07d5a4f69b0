package org.upprop.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.upprop.local.Problem;

class PortsTests {

    @Test
    void areFreeWhereNobodyListens() {
        assertThatCode(() -> portsWithIntakeAt(free()).checkFree()).doesNotThrowAnyException();
    }

    @Test
    void nameTheOptionForAPortThatSomebodyElseHas() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            assertThatThrownBy(() -> portsWithIntakeAt(taken).checkFree())
                    .isInstanceOf(Problem.class)
                    .hasMessage("Port %d is already in use; choose another with --intake-port.", taken);
        }
    }

    @Test
    void noticeWhoeverListensOnAllAddresses() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(() -> portsWithIntakeAt(other.getLocalPort()).checkFree())
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void cannotBeChosenTwice() {
        int port = free();

        assertThatThrownBy(
                        () -> new Ports(port, port, free(), free(), free(), free(), free(), free(), free()).checkFree())
                .hasMessage("Port %d is chosen twice, by --intake-port and --verification-port.", port);
    }

    private static Ports portsWithIntakeAt(int intake) {
        return new Ports(intake, free(), free(), free(), free(), free(), free(), free(), free());
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

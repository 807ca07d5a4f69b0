package org.upprop.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upprop.local.Problem;

/** Where the stack listens. */
public record Ports(
        int intake,
        int verification,
        int publication,
        int monitor,
        int kafka,
        int postgres,
        int smtp,
        int mailbox,
        int republisher) {

    /** Says of every port that cannot be had which option chooses another, before anything is started. */
    void checkFree() {
        List<String> problems = new ArrayList<>();
        Map<Integer, String> claimed = new HashMap<>();
        for (Choice choice : choices()) {
            String other = claimed.putIfAbsent(choice.port, choice.option);
            if (other == null) {
                choice.obstacle().ifPresent(problems::add);
            } else {
                problems.add("Port %d is chosen twice, by %s and %s.".formatted(choice.port, other, choice.option));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.beforehand(String.join("\n", problems));
        }
    }

    private List<Choice> choices() {
        return List.of(
                new Choice("--intake-port", intake),
                new Choice("--verification-port", verification),
                new Choice("--publication-port", publication),
                new Choice("--monitor-port", monitor),
                new Choice("--kafka-port", kafka),
                new Choice("--postgres-port", postgres),
                new Choice("--smtp-port", smtp),
                new Choice("--mailbox-port", mailbox),
                new Choice("--republisher-port", republisher));
    }

    private record Choice(String option, int port) {

        Optional<String> obstacle() {
            if (port < 1 || port > 65_535) {
                return Optional.of("%s %d is no port; choose one from 1 to 65535.".formatted(option, port));
            }
            try {
                // Some systems let one program have a port on the loopback address and another on all of them.
                bindAndRelease(new InetSocketAddress(port));
                bindAndRelease(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return Optional.empty();
            } catch (IOException e) {
                String reason = port < 1024 ? "cannot be had (%s)".formatted(e.getMessage()) : "is already in use";
                return Optional.of("Port %d %s; choose another with %s.".formatted(port, reason, option));
            }
        }

        private static void bindAndRelease(InetSocketAddress address) throws IOException {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(address);
            }
        }
    }
}

package org.upprop.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Every byte of an answer, as whoever listens on the line sees it. */
record RawAnswer(String bytes) {

    private static final int PATIENCE_MILLIS = 20_000;

    static RawAnswer post(URI address, String mediaType, String body, Map<String, String> headers) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n"
                .formatted(address.getRawPath(), address.getAuthority()));
        head.append("Content-Type: %s\r\nContent-Length: %d\r\n".formatted(mediaType, content.length));
        headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream line = socket.getOutputStream();
            line.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            line.write(content);
            line.flush();
            return new RawAnswer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String status() {
        return bytes.lines().findFirst().orElse("");
    }

    /** Without what was sent in the first place. */
    RawAnswer without(String... sent) {
        String rest = bytes;
        for (String text : sent) {
            rest = rest.replace(text, "<sent>");
        }
        return new RawAnswer(rest);
    }

    RawAnswer withoutTime() {
        return new RawAnswer(bytes.replaceAll("(?m)^Date: .*$", "Date: <time>"));
    }

    /** Without what is different in any two answers: the random ids and the time. */
    RawAnswer withoutIdsAndTime() {
        return new RawAnswer(withoutTime().bytes.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>"));
    }
}

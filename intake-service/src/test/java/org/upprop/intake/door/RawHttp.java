package org.upprop.intake.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes as they are, since every client worth using is too polite for what is to be sent here. */
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    RawHttp(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** Sends one request on a connection of its own. */
    static Answer exchange(int port, byte[] request) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            http.send(request);
            boolean withBody = !new String(request, StandardCharsets.ISO_8859_1).startsWith("HEAD ");
            Answer answer = http.answer(withBody);
            return answer.status() == 100 ? http.answer(withBody) : answer;
        }
    }

    /**
     * An answer.
     *
     * @param headers by name in lower case
     */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one byte after the other until the other side hangs up; tells how long that took. */
    Duration dribble(String text, Duration pause) throws InterruptedException {
        long began = System.nanoTime();
        try {
            for (byte letter : text.getBytes(StandardCharsets.UTF_8)) {
                send(new byte[] {letter});
                if (in.available() > 0) {
                    break;
                }
                Thread.sleep(pause);
            }
        } catch (IOException hungUp) {
            // What was waited for.
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    Answer answer() throws IOException {
        return answer(true);
    }

    /** Whether nothing more comes: the other side has closed the connection. */
    boolean isAtItsEnd() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Answer answer(boolean withBody) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(parts[1].strip());
        }
        return new Answer(status, headers, withBody && status >= 200 && status != 204 ? body(headers) : "");
    }

    private String body(Map<String, List<String>> headers) throws IOException {
        byte[] body;
        if (headers.containsKey("transfer-encoding")) {
            body = chunks();
        } else if (headers.containsKey("content-length")) {
            body = in.readNBytes(Integer.parseInt(headers.get("content-length").getFirst()));
        } else {
            body = in.readAllBytes();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("The answer ends after: " + line);
            }
            if (letter != '\r') {
                line.write(letter);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}

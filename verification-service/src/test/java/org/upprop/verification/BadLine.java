package org.upprop.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a mail server, or another, on a port of its own and does what mail libraries cannot be told to do. */
public final class BadLine implements AutoCloseable {

    /** What it does with whoever connects. */
    public enum Trouble {
        NONE,
        REFUSES,
        HANGS_BEFORE_THE_BANNER,
        DRIPS,
        SAYS_421,
        /** Once the mail server has all of a mail, and before it can say so. */
        RESETS_AFTER_DATA
    }

    private static final byte[] END_OF_MAIL = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress to;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger resets = new AtomicInteger();
    private volatile Trouble trouble = Trouble.NONE;
    private ServerSocket listening;

    /** @param to the port of the mail server on this machine */
    public BadLine(int to) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
    }

    BadLine(InetSocketAddress to) {
        this.to = to;
        listening = listen(0);
        port = listening.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** How many conversations ended without an answer to a mail that had arrived. */
    public int resets() {
        return resets.get();
    }

    /** Whoever is connected is cut off. */
    public void make(Trouble now) {
        trouble = now;
        if (now == Trouble.REFUSES) {
            close();
        } else if (listening.isClosed()) {
            listening = listen(port);
        }
        open.forEach(BadLine::cut);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client, trouble));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client, Trouble now) {
        try (client) {
            switch (now) {
                case REFUSES -> {}
                case HANGS_BEFORE_THE_BANNER -> client.getInputStream().read();
                case DRIPS -> drip(client);
                case SAYS_421 -> say(client, "421 4.3.2 closing\r\n");
                case NONE, RESETS_AFTER_DATA -> connect(client, now);
            }
        } catch (IOException | InterruptedException over) {
            // what was to be shown was shown
        } finally {
            open.remove(client);
        }
    }

    private static void drip(Socket client) throws IOException, InterruptedException {
        for (byte[] next = {'2', '2', '0', '-'}; ; next = new byte[] {'.'}) {
            for (byte drop : next) {
                client.getOutputStream().write(drop);
                Thread.sleep(100);
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
    }

    private void connect(Socket client, Trouble now) throws IOException {
        try (Socket server = new Socket(to.getAddress(), to.getPort())) {
            open.add(server);
            Thread.ofVirtual().start(() -> answer(server, client));
            InputStream said = client.getInputStream();
            OutputStream heard = server.getOutputStream();
            int matched = 0;
            for (int octet = said.read(); octet >= 0; octet = said.read()) {
                matched = octet == END_OF_MAIL[matched] ? matched + 1 : octet == '\r' ? 1 : 0;
                boolean isAll = matched == END_OF_MAIL.length;
                if (isAll && now == Trouble.RESETS_AFTER_DATA) {
                    resets.incrementAndGet();
                    cut(client);
                }
                heard.write(octet);
                matched = isAll ? 0 : matched;
            }
        }
    }

    private void answer(Socket server, Socket client) {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException over) {
            // one of them has hung up
        } finally {
            open.remove(server);
            cut(client);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // as it should be
        }
    }
}

package org.upprop.verification;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server that keeps what it takes, and that can be shut and opened again on its port. */
final class MailServer {

    private static final Pattern LINK = Pattern.compile("/(verify|manage)/([A-Za-z0-9_-]{43})");

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private volatile Duration pause = Duration.ZERO;
    private SMTPServer server = onPort(0);

    static MailServer start() {
        MailServer started = new MailServer();
        started.server.start();
        return started;
    }

    int port() {
        return server.getPortAllocated();
    }

    void shut() {
        server.stop();
    }

    void open() {
        server = onPort(port());
        server.start();
    }

    /** From now on it thinks so long before it says that it has a mail. */
    void thinkFor(Duration time) {
        pause = time;
    }

    List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private SMTPServer onPort(int port) {
        return SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hideTLS()
                .messageHandler((context, from, to, message) -> {
                    mails.add(new Mail(to, new String(message, StandardCharsets.UTF_8).replace("=\r\n", "")));
                    think();
                })
                .build();
    }

    private void think() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    record Mail(String to, String source) {

        /** The token of the first link to a page, {@code verify} or {@code manage}. */
        String token(String page) {
            return LINK.matcher(source)
                    .results()
                    .filter(link -> link.group(1).equals(page))
                    .map(MatchResult::group)
                    .map(link -> link.substring(link.lastIndexOf('/') + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link to " + page + " in the mail"));
        }
    }
}

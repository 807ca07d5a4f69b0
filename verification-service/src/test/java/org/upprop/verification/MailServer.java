package org.upprop.verification;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** A real mail server that keeps what it takes, refuses whom it is told to, and can be shut and opened again on its port. */
public final class MailServer {

    private static final Pattern LINK = Pattern.compile("/(verify|manage)/([A-Za-z0-9_-]{43})");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID: (.+)$");

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger conversations = new AtomicInteger();
    private volatile Duration pause = Duration.ZERO;
    private volatile Function<String, Optional<RejectException>> refusal = address -> Optional.empty();
    private volatile @Nullable SSLContext identity;
    private SMTPServer server = onPort(0);

    public static MailServer start() {
        MailServer started = new MailServer();
        started.server.start();
        return started;
    }

    public int port() {
        return server.getPortAllocated();
    }

    public void shut() {
        server.stop();
    }

    public void open() {
        server = onPort(port());
        server.start();
    }

    /** From now on it thinks so long before it says that it has a mail. */
    public void thinkFor(Duration time) {
        pause = time;
    }

    /** From now on it answers so to whom a mail is to go to, unless it takes that. */
    public void refuse(Function<String, Optional<RejectException>> answer) {
        refusal = answer;
    }

    /** From when it is next opened it offers a secure connection, and shows who it is. */
    public void secure(SSLContext with) {
        identity = with;
    }

    /** How many connections there were. */
    public int conversations() {
        return conversations.get();
    }

    public List<Mail> all() {
        return List.copyOf(mails);
    }

    public List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private SMTPServer onPort(int port) {
        SMTPServer.Builder builder = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .sessionHandler(new Counted())
                .messageHandlerFactory(context -> new Envelope());
        SSLContext shown = identity;
        return shown == null
                ? builder.hideTLS().build()
                : builder.enableTLS().startTlsSocketFactory(shown).build();
    }

    private void think() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Counted implements SessionHandler {

        @Override
        public SessionAcceptance accept(Session session) {
            conversations.incrementAndGet();
            return SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {}
    }

    private final class Envelope implements MessageHandler {

        private String recipient = "";

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String to) throws RejectException {
            Optional<RejectException> refused = refusal.apply(to);
            if (refused.isPresent()) {
                throw refused.get();
            }
            recipient = to;
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            String source = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            mails.add(new Mail(recipient, source.replace("=\r\n", "")));
            think();
            return null;
        }

        @Override
        public void done() {}
    }

    public record Mail(String to, String source) {

        public String id() {
            return MESSAGE_ID
                    .matcher(source)
                    .results()
                    .findFirst()
                    .map(header -> header.group(1).strip())
                    .orElseThrow(() -> new AssertionError("The mail has no id"));
        }

        /** The token of the first link to a page, {@code verify} or {@code manage}. */
        public String token(String page) {
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

package org.upprop.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The mails over HTTP, for reading only. */
final class MailboxWeb implements HttpHandler {

    private static final int AT_MOST = 200;
    private static final Pattern ONE_MAIL = Pattern.compile("/mails/([^/]+?)(/html)?");

    /** What a page may do: show itself and the mail's frame, and load nothing from anywhere else. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What a mail may do: be looked at, and open its links beside it. */
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; "
            + "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final MailFolder mails;
    private final JsonMapper json = JsonMapper.shared();

    MailboxWeb(MailFolder mails) {
        this.mails = mails;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type);
            headers.set("Content-Security-Policy", answer.policy);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status, head ? -1 : answer.body.length);
            if (!head) {
                exchange.getResponseBody().write(answer.body);
            }
        }
    }

    private Answer answerTo(HttpExchange exchange) {
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return Answer.page(405, MailPages.problem("This mailbox can only be read."));
        }
        String path = exchange.getRequestURI().getPath();
        Optional<String> to = parameter(exchange.getRequestURI().getRawQuery(), "to");
        return switch (path) {
            case "/" -> Answer.page(200, MailPages.list(found(to), mails.size(), to.orElse("")));
            case "/mailbox.css" -> new Answer(200, "text/css; charset=utf-8", PAGE_POLICY, resource("mailbox.css"));
            case "/api/v1/mails" -> new Answer(200, "application/json", PAGE_POLICY, json.writeValueAsBytes(found(to)));
            default -> oneMail(path);
        };
    }

    private List<Mail> found(Optional<String> to) {
        return to.map(address -> mails.newestTo(address, AT_MOST)).orElseGet(() -> mails.newest(AT_MOST));
    }

    private Answer oneMail(String path) {
        Matcher parts = ONE_MAIL.matcher(path);
        Optional<Mail> mail = parts.matches() ? mails.find(parts.group(1)) : Optional.empty();
        if (mail.isEmpty()) {
            return Answer.page(404, MailPages.problem("There is no such mail here."));
        }
        if (parts.group(2) == null) {
            return Answer.page(200, MailPages.single(mail.get()));
        }
        byte[] body = MailPages.framed(mail.get()).getBytes(UTF_8);
        return new Answer(200, "text/html; charset=utf-8", MAIL_POLICY, body);
    }

    private static Optional<String> parameter(@Nullable String query, String name) {
        if (query == null) {
            return Optional.empty();
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), UTF_8))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static byte[] resource(String name) {
        try (InputStream in = MailboxWeb.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing in the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Answer(int status, String type, String policy, byte[] body) {
        static Answer page(int status, String html) {
            return new Answer(status, "text/html; charset=utf-8", PAGE_POLICY, html.getBytes(UTF_8));
        }
    }
}

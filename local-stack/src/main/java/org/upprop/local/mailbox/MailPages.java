package org.upprop.local.mailbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mailbox as HTML. A mail is a stranger's text: everything from it is escaped or shown in a sandbox. */
final class MailPages {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]]");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%s</title>
              <link rel="stylesheet" href="/mailbox.css">
              <link rel="icon" href="data:,">
            </head>
            <body>
            <header><a href="/">Mailbox</a></header>
            <main>
            %s
            </main>
            </body>
            </html>
            """;

    private MailPages() {}

    static String list(List<Mail> mails, int kept, String to) {
        String rows = mails.stream().map(MailPages::row).collect(Collectors.joining("\n"));
        String table = mails.isEmpty() ? "<p>No mail here yet.</p>" : """
                <table>
                <thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                """.formatted(rows);
        return page("Mailbox", """
                <form method="get" action="/">
                  <label for="to">To</label>
                  <input id="to" name="to" type="text" value="%s" placeholder="ada@example.org" autocomplete="off">
                  <button>Show</button>
                </form>
                <p>The newest %d of %d mails that the services of this stack have sent.</p>
                %s
                """.formatted(escaped(to), mails.size(), kept, table));
    }

    static String single(Mail mail) {
        String headers = mail.headers().entrySet().stream()
                .map(header -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                        .formatted(escaped(header.getKey()), escaped(header.getValue())))
                .collect(Collectors.joining("\n"));
        String html = mail.html() == null ? "" : """
                <h2>HTML</h2>
                <iframe title="The mail as HTML" src="/mails/%s/html"
                  sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                """.formatted(mail.id());
        String text = mail.text() == null ? "" : "<h2>Text</h2>\n<pre>%s</pre>".formatted(linked(mail.text()));
        return page(mail.subject(), """
                <h1 dir="auto">%s</h1>
                <p>To <strong>%s</strong>, received %s</p>
                %s
                %s
                <details><summary>Headers</summary><table>
                %s
                </table></details>
                """.formatted(
                escaped(mail.subject()), escaped(mail.to()), WHEN.format(mail.receivedAt()), text, html, headers));
    }

    /** The mail's own HTML, for a frame that may neither run nor load anything; its links open beside the page. */
    static String framed(Mail mail) {
        return "<base target=\"_blank\">" + (mail.html() == null ? "" : mail.html());
    }

    static String problem(String text) {
        return page("Mailbox", "<p>%s</p>".formatted(escaped(text)));
    }

    private static String row(Mail mail) {
        return "<tr><td>%s</td><td>%s</td><td dir=\"auto\"><a href=\"/mails/%s\">%s</a></td></tr>"
                .formatted(
                        WHEN.format(mail.receivedAt()),
                        escaped(mail.to()),
                        mail.id(),
                        mail.subject().isBlank() ? "(no subject)" : escaped(mail.subject()));
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            String link = escaped(links.group());
            html.append(escaped(text.substring(end, links.start())))
                    .append("<a target=\"_blank\" rel=\"noreferrer\" href=\"%s\">%s</a>".formatted(link, link));
            end = links.end();
        }
        return html.append(escaped(text.substring(end))).toString();
    }

    private static String page(String title, String content) {
        return PAGE.formatted(escaped(title), content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

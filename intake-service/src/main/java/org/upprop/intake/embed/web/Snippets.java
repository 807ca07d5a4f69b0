package org.upprop.intake.embed.web;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.upprop.appeal.Appeal;
import org.upprop.intake.site.AppealBodies;
import org.upprop.intake.site.web.Links;
import org.upprop.site.Language;
import org.upprop.site.Words;

/** The pieces to paste, each whole and safe in the page that it is pasted into. */
public final class Snippets {

    private final Appeal appeal;
    private final Appeal.Source source;
    private final Language language;
    private final Links links;
    private final Words words;
    private final AppealBodies bodies;

    Snippets(Appeal appeal, Appeal.Source source, Language language, Links links, Words words, AppealBodies bodies) {
        this.appeal = appeal;
        this.source = source;
        this.language = language;
        this.links = links;
        this.words = words;
        this.bodies = bodies;
    }

    public String link() {
        return links.shared();
    }

    public String button() {
        return "<a href=\"%s\"><img src=\"%s\" alt=\"%s\" height=\"44\"></a>"
                .formatted(escaped(links.shared()), escaped(links.button()), escaped(words.say("kit.sign")));
    }

    public String script() {
        return """
                <script src="%s" data-appeal="%s" data-source="%s" data-lang="%s" async></script>
                <noscript>%s</noscript>
                """.formatted(escaped(links.script()), appeal.slug(), source.id(), escaped(links.named()), linkBack());
    }

    public String frame() {
        return """
                <iframe src="%s" title="%s" style="width: 100%%; height: 60rem; border: 0"></iframe>
                <p>%s</p>
                """.formatted(escaped(links.framed()), escaped(text().title()), linkBack());
    }

    public String html() {
        String demands = text().demands().stream()
                .map(demand -> "<li>" + escaped(demand.text()) + "</li>\n")
                .collect(Collectors.joining());
        return """
                <article lang="%s" dir="%s">
                <h2>%s</h2>
                <p><strong>%s</strong></p>
                %s<ol>
                %s</ol>
                <p>%s</p>
                </article>
                """.formatted(
                        escaped(language.tag()),
                        language.dir(),
                        escaped(text().title()),
                        escaped(text().summary()),
                        bodies.html(appeal, language),
                        demands,
                        linkBack());
    }

    public String markdown() {
        String demands = text().demands().stream()
                .map(demand -> "1. " + literal(demand.text()) + "\n")
                .collect(Collectors.joining());
        return "# %s%n%n**%s**%n%n%s%n%n%s%n[%s](<%s>)%n"
                .formatted(
                        literal(text().title()),
                        literal(text().summary()),
                        text().body().strip(),
                        demands,
                        literal(words.say("kit.sign")),
                        links.shared());
    }

    private String linkBack() {
        return "<a href=\"%s\">%s</a>".formatted(escaped(links.shared()), escaped(words.say("kit.sign")));
    }

    private Appeal.Translation text() {
        return appeal.in(language.tag());
    }

    /** One line of Markdown that says what it says and nothing else. */
    private static String literal(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}

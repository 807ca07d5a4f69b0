package org.upprop.intake.appeal.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.upprop.appeal.Appeal;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.appeal.Languages;
import org.upprop.intake.web.Problem;
import org.upprop.site.PublicUrls;

/** The open appeals, and each appeal, as plain pages in the reader's language; the words are the organiser's alone. */
@RestController
class AppealPages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            </head>
            <body dir="auto">
            <main>
            %s</main>
            </body>
            </html>
            """;

    private final Appeals appeals;
    private final PublicUrls urls;
    private final InstantSource clock;

    AppealPages(Appeals appeals, PublicUrls urls, InstantSource clock) {
        this.appeals = appeals;
        this.urls = urls;
        this.clock = clock;
    }

    @GetMapping("/")
    ResponseEntity<String> open(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String languages) {
        if (!appeals.areRead()) {
            throw Problem.UNAVAILABLE.exception("The appeals have not been read yet.");
        }
        List<Appeal> open = appeals.all().stream()
                .filter(appeal -> appeal.isOpen(clock.instant()))
                .toList();
        String items = open.stream()
                .map(appeal -> {
                    String language = Languages.best(appeal, languages);
                    return "<li lang=\"%s\">%s</li>\n"
                            .formatted(
                                    language,
                                    link(
                                            urls.appealPage(appeal.slug()),
                                            appeal.in(language).title()));
                })
                .collect(Collectors.joining());
        return page("en", "Upprop", "<h1>Upprop</h1>\n<ul>\n" + items + "</ul>\n");
    }

    @GetMapping("/appeals/{slug}")
    ResponseEntity<String> one(
            Appeal appeal, @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String languages) {
        String language = Languages.best(appeal, languages);
        Appeal.Translation text = appeal.in(language);
        URI list = urls.listPage(appeal.slug());
        String demands = text.demands().stream()
                .map(demand -> "<li>" + escaped(demand.text()) + "</li>\n")
                .collect(Collectors.joining());
        String body = "<h1>" + escaped(text.title()) + "</h1>\n"
                + "<p>" + escaped(text.summary()) + "</p>\n"
                + "<ul>\n" + demands + "</ul>\n"
                + "<p>" + link(list, list.toString()) + "</p>\n";
        return page(language, text.title(), body);
    }

    private static ResponseEntity<String> page(String language, String title, String body) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(PAGE.formatted(language, escaped(title), body));
    }

    private static String link(URI address, String text) {
        return "<a href=\"" + escaped(address.toString()) + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

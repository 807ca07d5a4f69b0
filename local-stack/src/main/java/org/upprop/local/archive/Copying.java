package org.upprop.local.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.upprop.local.archive.RunningSite.Answer;

/** One try to copy all pages of one state of a list into a folder. */
final class Copying {

    private static final String FILE = "signatories.csv";
    private static final String STYLES = "assets";
    private static final int PAGES_BETWEEN_WORDS = 200;

    private final RunningSite site;
    private final Places places;
    private final Path folder;
    private final Instant now;
    private final Consumer<String> progress;

    private final Map<URI, String> styles = new HashMap<>();
    private final Answer first;
    private final Set<String> languages;

    /** @param original the language that the appeal was written in */
    Copying(RunningSite site, Places places, String original, Path folder, Instant now, Consumer<String> progress) {
        this.site = site;
        this.places = places;
        this.folder = folder;
        this.now = now;
        this.progress = progress;
        this.first = site.read(places.list(original));
        this.languages = StaticPage.languages(first.page(), original);
    }

    void copy() throws IOException, ListChanged {
        Files.createDirectory(folder.resolve(STYLES));
        for (String language : languages) {
            Files.createDirectory(folder.resolve(language));
            copyPages(language);
        }
        Files.write(folder.resolve(FILE), ofThisState(places.file()).body());
        Files.write(folder.resolve("index.html"), frontPage());
    }

    private void copyPages(String language) throws IOException, ListChanged {
        Note note = new Note(now, places.links(language, site), "../" + FILE);
        Document appeal = site.read(places.appeal(language)).page();
        String count = StaticPage.count(appeal);
        write(language, StaticPage.APPEAL, "", StaticPage.ofAppeal(appeal), note);
        Optional<URI> address = Optional.of(places.list(language));
        int names = 0;
        for (int number = 1; address.isPresent(); number++) {
            Document page = ofThisState(address.get()).page();
            if (!StaticPage.count(page).equals(count)) {
                throw new ListChanged();
            }
            names += StaticPage.names(page);
            address = StaticPage.next(page);
            write(language, nameOf(number), nameOf(number + 1), StaticPage.ofList(page), note);
            if (address.isEmpty() || number % PAGES_BETWEEN_WORDS == 0) {
                progress.accept("%-3s page %,d, %,d names".formatted(language, number, names));
            }
        }
    }

    private Answer ofThisState(URI address) throws ListChanged {
        Answer answer = site.read(address);
        if (!answer.revisions().equals(first.revisions())) {
            throw new ListChanged();
        }
        return answer;
    }

    private void write(String language, String name, String following, StaticPage page, Note note) throws IOException {
        Files.write(
                folder.resolve(language).resolve(name),
                page.file(name, following, places, languages, note, style -> "../" + style(style)));
    }

    /** The file of a stylesheet, which is copied when it is first asked for. */
    private String style(URI address) {
        return styles.computeIfAbsent(address, ignored -> {
            String path = address.getPath();
            String version = Optional.ofNullable(address.getQuery()).orElse("").replaceAll("\\W", "");
            String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.css$", "-" + version + ".css");
            try {
                Files.write(
                        folder.resolve(STYLES).resolve(name), site.read(address).body());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return STYLES + "/" + name;
        });
    }

    /** Leads to the original language, and to the others where a browser is told not to follow. */
    private byte[] frontPage() {
        Document list = first.page();
        Document front = Document.createShell("");
        String original = languages.iterator().next();
        Element title = list.selectFirst("title");
        front.select("html")
                .attr("lang", list.select("html").attr("lang"))
                .attr("dir", list.select("html").attr("dir"));
        front.charset(StandardCharsets.UTF_8);
        front.head().appendChildren(list.select("meta[name=viewport], meta[name=robots], meta[name=color-scheme]"));
        front.head()
                .appendElement("meta")
                .attr("http-equiv", "refresh")
                .attr("content", "0; url=" + original + "/" + StaticPage.FIRST_OF_LIST);
        front.title(title == null ? places.slug() : title.text());
        front.head().appendElement("link").attr("rel", "icon").attr("href", "data:,");
        for (Element style : list.select("link[rel=stylesheet]")) {
            front.head().appendElement("link").attr("rel", "stylesheet").attr("href", style(Places.target(style)));
        }
        Element main = front.body().appendElement("main");
        main.appendElement("h1").text(front.title());
        Element items = main.appendElement("ul");
        for (Element language : list.select(".languages [lang]")) {
            String tag = language.attr("lang");
            items.appendElement("li")
                    .appendElement("a")
                    .attr("href", tag + "/" + StaticPage.FIRST_OF_LIST)
                    .attr("lang", tag)
                    .attr("hreflang", tag)
                    .attr("dir", language.attr("dir"))
                    .text(language.text());
        }
        front.outputSettings().prettyPrint(false);
        return ("<!DOCTYPE html>\n" + front.outerHtml()).getBytes(StandardCharsets.UTF_8);
    }

    private static String nameOf(int number) {
        return number == 1 ? StaticPage.FIRST_OF_LIST : number + ".html";
    }
}

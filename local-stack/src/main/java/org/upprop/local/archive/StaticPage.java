package org.upprop.local.archive;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of the site made into a file: it shows the same, and neither runs, asks nor loads anything. */
final class StaticPage {

    static final String FIRST_OF_LIST = "index.html";
    static final String APPEAL = "appeal.html";

    /** What needs a service behind it, and what speaks for a page that others find by its address. */
    private static final String ALIVE = "script, noscript, form, button, input, [hidden], img, #sign, [href$=#sign],"
            + " section[aria-labelledby=share], meta[property], meta[name^=twitter], link[rel=canonical],"
            + " link[rel=alternate]";

    private static final String NAMES_OF_APPEAL = "main > ul.names";

    private final Document page;

    private StaticPage(Document page) {
        this.page = page;
    }

    /** The page of an appeal. Names stand on the list alone, and so does their number. */
    static StaticPage ofAppeal(Document page) {
        for (Element names : page.select(NAMES_OF_APPEAL)) {
            Optional.ofNullable(names.previousElementSibling()).ifPresent(Element::remove);
            Optional.ofNullable(names.nextElementSibling()).ifPresent(Element::remove);
            names.remove();
        }
        page.select("header .count, header .goal, header p.quiet:has(> time)").remove();
        return new StaticPage(page);
    }

    static StaticPage ofList(Document page) {
        page.select("[data-live]").removeAttr("data-live");
        return new StaticPage(page);
    }

    /** The languages that a page is to be had in, its own first. */
    static Set<String> languages(Document page, String own) {
        Set<String> languages = new LinkedHashSet<>(Set.of(own));
        languages.addAll(page.select(".languages [lang]").eachAttr("lang"));
        return languages;
    }

    /** The number that a page shows of those who have signed, as it writes it; nothing where it keeps it back. */
    static String count(Document page) {
        return page.select("header .count strong").text();
    }

    static int names(Document page) {
        return page.select(".names li").size();
    }

    /** Where the list goes on. */
    static Optional<URI> next(Document page) {
        return Optional.ofNullable(page.selectFirst("a[rel=next]")).map(Places::target);
    }

    /**
     * As it stands in a file.
     *
     * @param name the file's
     * @param following the file of the next page, if there is one
     * @param styles where a stylesheet is, from the page
     */
    byte[] file(
            String name,
            String following,
            Places places,
            Set<String> languages,
            Note note,
            Function<URI, String> styles) {
        page.select(ALIVE).remove();
        page.select("link[rel=stylesheet]").forEach(style -> style.attr("href", styles.apply(Places.target(style))));
        page.select("a[href]:not([href^=#])")
                .forEach(link -> link.attr("href", leads(link, name, following, places, languages)));
        page.head().appendElement("meta").attr("name", "referrer").attr("content", "no-referrer");
        Optional.ofNullable(page.selectFirst("body > .skip"))
                .ifPresentOrElse(
                        skip -> skip.after(note.in(language())),
                        () -> page.body().prependChild(note.in(language())));
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private String language() {
        return page.select("html").attr("lang");
    }

    /** Within the archive as far as it reaches, and else to where it led. */
    private static String leads(Element link, String name, String following, Places places, Set<String> languages) {
        URI target = Places.target(link);
        if (link.hasAttr("hreflang") && languages.contains(link.attr("hreflang")) && isOfSite(target, places)) {
            return "../%s/%s".formatted(link.attr("hreflang"), name);
        }
        if (link.attr("rel").equals("next")) {
            return following;
        }
        if (places.isAppeal(target)) {
            return APPEAL;
        }
        return places.isList(target) && !asks(target, "report") ? FIRST_OF_LIST : link.absUrl("href");
    }

    private static boolean isOfSite(URI target, Places places) {
        return places.isAppeal(target) || places.isList(target);
    }

    private static boolean asks(URI address, String parameter) {
        String query = address.getRawQuery();
        return query != null && ("&" + query).contains("&" + parameter + "=");
    }
}

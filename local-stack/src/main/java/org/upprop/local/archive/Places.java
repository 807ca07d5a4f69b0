package org.upprop.local.archive;

import java.net.URI;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.upprop.local.Problem;

/**
 * Where the public finds an appeal and what belongs to it. The services may each have an address of their own, so all but
 * the first is read off their pages.
 *
 * @param appeal the page of the appeal
 * @param list the page of its list
 * @param privacy the page that says what becomes of the data
 */
record Places(String slug, URI appeal, URI list, URI privacy) {

    /** Finds them from one instance of publication, by whatever address that is reached. */
    static Places of(String slug, URI publication, RunningSite site) {
        String path = "/appeals/" + slug;
        URI appeal = link(site.read(at(publication, path + "/signatories")).page(), path);
        Document page = site.read(appeal).page();
        return new Places(slug, appeal, link(page, path + "/signatories"), link(page, path + "/privacy"));
    }

    URI appeal(String language) {
        return in(appeal, language);
    }

    URI list(String language) {
        return in(list, language);
    }

    /** The list as a file, as far as it is open to everybody. */
    URI file() {
        return URI.create(list.toString().replaceFirst("/appeals/", "/api/v1/appeals/") + ".csv");
    }

    /** The service that has the appeal. */
    String intake() {
        return appeal.toString().substring(0, appeal.toString().lastIndexOf("/appeals/"));
    }

    /** Where names are taken back. */
    URI links(String language, RunningSite site) {
        return in(link(site.read(in(privacy, language)).page(), "/links/" + slug), language);
    }

    boolean isAppeal(URI address) {
        return same(address, appeal);
    }

    boolean isList(URI address) {
        return same(address, list);
    }

    private static boolean same(URI one, URI other) {
        return plain(one).equals(plain(other));
    }

    private static URI in(URI address, String language) {
        return URI.create(address + "?lang=" + language);
    }

    private static URI link(Document page, String path) {
        return page.select("a[href]").stream()
                .map(Places::target)
                .map(Places::plain)
                .filter(address -> address.endsWith(path))
                .findFirst()
                .map(URI::create)
                .orElseThrow(() -> Problem.underway("%s does not lead to %s.".formatted(page.location(), path)));
    }

    /** Where a link leads; nowhere if it is no address. */
    static URI target(Element link) {
        try {
            return URI.create(link.absUrl("href"));
        } catch (IllegalArgumentException none) {
            return URI.create("");
        }
    }

    /** Without what an address says beside which page it is. */
    private static String plain(URI address) {
        return address.toString().replaceFirst("[?#].*", "");
    }

    private static URI at(URI origin, String path) {
        return URI.create(origin.toString().replaceFirst("/+$", "") + path);
    }
}

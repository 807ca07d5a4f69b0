package org.upprop.verification.confirmation.web;

import java.net.URI;
import org.upprop.appeal.Appeal;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/** What every page tells of the appeal. Its links carry on the site that the signature came through. */
public record AppealSheet(String title, URI page, URI list, String controller, String controllerAddress) {

    /** @param source the site, as a signature or an address names it; only one that the appeal knows is carried on */
    static AppealSheet of(Appeal appeal, String source, Words words, PublicUrls urls) {
        String query = query(appeal, source, words);
        return new AppealSheet(
                appeal.in(words.tag()).title(),
                URI.create(urls.appealPage(appeal.slug()) + query),
                URI.create(urls.listPage(appeal.slug()) + query),
                appeal.controller().name(),
                appeal.controller().email());
    }

    /** What an address ends with that goes on in this language, for the site that the signature came through. */
    static String query(Appeal appeal, String source, Words words) {
        String spoken = "?lang=" + words.tag();
        return appeal.sources().stream().map(Appeal.Source::id).anyMatch(source::equals)
                ? spoken + "&source=" + source
                : spoken;
    }
}

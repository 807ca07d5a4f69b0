package org.upprop.verification.confirmation.web;

import java.net.URI;
import org.upprop.appeal.Appeal;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/** What every page tells of the appeal. */
public record AppealSheet(String title, URI page, URI list, String controller, String controllerAddress) {

    static AppealSheet of(Appeal appeal, Words words, PublicUrls urls) {
        return new AppealSheet(
                appeal.in(words.tag()).title(),
                spoken(urls.appealPage(appeal.slug()), words),
                spoken(urls.listPage(appeal.slug()), words),
                appeal.controller().name(),
                appeal.controller().email());
    }

    /** A page in the language in which it is linked from. */
    static URI spoken(URI page, Words words) {
        return URI.create(page + "?lang=" + words.tag());
    }
}

package org.upprop.intake.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.site.Language;

/** The bodies of appeals as HTML, each made once. */
@Component
public class AppealBodies {

    private static final int MOST_KEPT = 200;

    private final Cache<Key, String> made =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** The body in one of the appeal's languages, as HTML that is safe in any page. */
    public String html(Appeal appeal, Language language) {
        return made.get(
                new Key(appeal.slug(), appeal.revision(), language.tag()),
                key -> AppealBody.html(appeal.in(language.tag()).body()));
    }

    private record Key(AppealSlug slug, long revision, String tag) {}
}

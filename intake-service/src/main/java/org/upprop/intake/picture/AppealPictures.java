package org.upprop.intake.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.util.ULocale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;

/** The pictures of all appeals; each is drawn when it is first asked for, and kept while it is in use. */
@Component
public class AppealPictures {

    private static final int MOST_KEPT = 200;

    private final Cache<Subject, byte[]> drawn =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** The picture as PNG, or nothing where the appeal is not published in that language. */
    public Optional<byte[]> of(Appeal appeal, String language) {
        return appeal.translations().containsKey(language)
                ? Optional.of(drawn.get(
                        new Subject(appeal.slug(), appeal.revision(), language), key -> draw(appeal, language)))
                : Optional.empty();
    }

    /** What the letters do not cover would be boxes, so then the picture speaks the original language, or none. */
    private static byte[] draw(Appeal appeal, String language) {
        String spoken = Stream.of(language, appeal.originalLocale())
                .filter(tag -> Lettering.covers(appeal.in(tag).title()))
                .findFirst()
                .orElse("");
        String title = spoken.isEmpty() ? "Upprop" : appeal.in(spoken).title();
        String publisher = appeal.publisher().name();
        return AppealPicture.png(
                title,
                Lettering.covers(publisher) ? publisher : appeal.slug().value(),
                ULocale.forLanguageTag(spoken).isRightToLeft());
    }

    private record Subject(AppealSlug slug, long revision, String language) {}
}

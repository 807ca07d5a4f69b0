package org.upprop.intake.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.AppealText;
import org.upprop.appeal.Policy;
import org.upprop.intake.input.InputError;

/**
 * An appeal as its organiser wants it, valid in itself.
 *
 * @param editorial whether the organiser says that a changed text still means the same
 */
public record Draft(
        String originalLocale,
        Appeal.Publisher publisher,
        Appeal.Controller controller,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer goal,
        Map<String, Appeal.Translation> translations,
        Appeal.Consent consent,
        List<Appeal.Source> sources,
        Policy policy,
        List<UUID> firstSignatories,
        boolean editorial) {

    public Draft {
        translations = Map.copyOf(translations);
        sources = List.copyOf(sources);
        firstSignatories = List.copyOf(firstSignatories);
    }

    /** What becomes of the latest appeal: a changed text raises its version, unless the change is editorial. */
    public Decision following(Optional<Appeal> latest, AppealSlug slug, Instant now) {
        return latest.map(present -> following(present, now)).orElseGet(() -> write(slug, 1, 1, true, now));
    }

    private Decision following(Appeal present, Instant now) {
        if (appeal(present.slug(), present.revision(), present.version(), present.changedAt())
                .equals(present)) {
            return new Decision.Leave(new Publication.Unchanged(present));
        }
        boolean newText = !textHash().equals(present.textHash());
        if (newText && editorial && !meansTheSameAs(present)) {
            return new Decision.Leave(new Publication.Refused(List.of(new InputError(
                    "/editorial",
                    "editorial.substance",
                    "An editorial change keeps the original language, the demands' ids and the consent's version."))));
        }
        int version = newText && !editorial ? present.version() + 1 : present.version();
        return write(present.slug(), present.revision() + 1, version, newText, now);
    }

    private Decision.Write write(AppealSlug slug, long revision, int version, boolean newText, Instant now) {
        Appeal appeal = appeal(slug, revision, version, now);
        AppealText text = new AppealText(slug, version, appeal.textHash(), originalLocale, translations, consent, now);
        return new Decision.Write(appeal, newText ? text : null);
    }

    private Appeal appeal(AppealSlug slug, long revision, int version, Instant changedAt) {
        return new Appeal(
                slug,
                revision,
                version,
                textHash(),
                originalLocale,
                publisher,
                controller,
                opensAt,
                closesAt,
                goal,
                translations,
                consent,
                sources,
                policy,
                firstSignatories,
                changedAt);
    }

    private boolean meansTheSameAs(Appeal present) {
        return originalLocale.equals(present.originalLocale())
                && consent.version().equals(present.consent().version())
                && demandIds(translations).equals(demandIds(present.translations()));
    }

    private static Set<String> demandIds(Map<String, Appeal.Translation> translations) {
        return translations.values().stream()
                .flatMap(translation -> translation.demands().stream())
                .map(Appeal.Demand::id)
                .collect(Collectors.toSet());
    }

    private String textHash() {
        return TextHash.of(originalLocale, translations, consent);
    }
}

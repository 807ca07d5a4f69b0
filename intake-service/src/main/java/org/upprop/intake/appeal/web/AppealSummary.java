package org.upprop.intake.appeal.web;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;

/**
 * What a list of appeals tells of each.
 *
 * @param title the titles by language
 */
record AppealSummary(
        AppealSlug slug,
        long revision,
        int version,
        String originalLocale,
        Map<String, String> title,
        Appeal.Publisher publisher,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer goal) {

    static AppealSummary of(Appeal appeal) {
        return new AppealSummary(
                appeal.slug(),
                appeal.revision(),
                appeal.version(),
                appeal.originalLocale(),
                appeal.translations().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, text -> text.getValue().title())),
                appeal.publisher(),
                appeal.opensAt(),
                appeal.closesAt(),
                appeal.goal());
    }
}

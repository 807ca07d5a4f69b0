package org.upprop.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;

/**
 * How far somebody's rights reach.
 *
 * @param appeals those that they end at; none means all there are
 */
public record Remit(List<AppealSlug> appeals) {

    public static final Remit ALL = new Remit(List.of());

    public Remit {
        appeals = List.copyOf(appeals);
    }

    public boolean isAll() {
        return appeals.isEmpty();
    }

    public boolean covers(AppealSlug appeal) {
        return isAll() || appeals.contains(appeal);
    }

    /** The same of a slug; what is of no appeal is about all of them. */
    public boolean covers(@Nullable String slug) {
        return isAll() || appeals.stream().anyMatch(appeal -> appeal.value().equals(slug));
    }

    /** The slugs, for a query; nothing for all. */
    public String @Nullable [] slugs() {
        return isAll() ? null : appeals.stream().map(AppealSlug::value).toArray(String[]::new);
    }
}

package org.upprop.publication.list;

import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Country;
import org.upprop.signature.SignatoryKind;

/**
 * Which part of a list is asked for.
 *
 * @param kind only signatories of this kind
 * @param country only signatories from this country
 * @param beginning only names of which some word begins with each of these words
 * @param after the place to read on from
 * @param limit how many names at most
 */
public record ListQuery(
        AppealSlug appeal,
        @Nullable SignatoryKind kind,
        @Nullable Country country,
        @Nullable String beginning,
        ListPlace after,
        int limit) {

    /** The list from a place on, whoever is there. */
    public static ListQuery everybody(AppealSlug appeal, ListPlace after, int limit) {
        return new ListQuery(appeal, null, null, null, after, limit);
    }

    /** Whether it asks for the first names of the whole list. */
    boolean isTheBeginning() {
        return kind == null && country == null && beginning == null && after.equals(ListPlace.START);
    }
}

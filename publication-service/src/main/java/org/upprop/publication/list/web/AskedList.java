package org.upprop.publication.list.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.count.PublicCount;
import org.upprop.publication.list.CountryCount;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListQuery;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.publication.list.Sheet;
import org.upprop.signature.SignatoryKind;

/**
 * The list that an address names, and its count.
 *
 * @param appeal what is known of the appeal; nothing while the broker was away since the start
 * @param seen {@link System#nanoTime()} before the count was read
 */
record AskedList(AppealSlug slug, @Nullable Appeal appeal, ListCount count, long seen) {

    @Nullable
    Integer goal() {
        return appeal == null ? null : appeal.goal();
    }

    /**
     * Whether signatories are in danger where they live. They are until it is known that they are not, and also where an
     * appeal says otherwise than the database, since one of both is behind.
     */
    boolean isAtRisk() {
        return appeal == null
                ? !Boolean.FALSE.equals(count.atRisk())
                : appeal.policy().atRisk() || Boolean.TRUE.equals(count.atRisk());
    }

    /** Whether the organiser lets search engines find the names. */
    boolean isIndexed() {
        return appeal != null && appeal.policy().listIndexed() && !isAtRisk();
    }

    ShownCount shownCount() {
        return isAtRisk() ? ShownCount.atRisk(count) : ShownCount.whole(count);
    }

    /** The list has everything that was due before then, to 5 s; nothing while that is not known. */
    @Nullable
    Instant asOf() {
        Instant asOf = count.asOf();
        return asOf == null ? null : Instant.ofEpochSecond(asOf.getEpochSecond() / 5 * 5);
    }

    /** How many decided signatures are due and not shown yet; nothing while that is not known, or kept back. */
    @Nullable
    Long inQueue() {
        Long inQueue = count.inQueue();
        return inQueue != null && isAtRisk() ? PublicCount.totalAtRisk(inQueue) : inQueue;
    }

    /** What of the names may be shown: where signatories are at risk, not where they are. */
    List<ListedSignatory> shown(List<ListedSignatory> signatories) {
        return isAtRisk()
                ? signatories.stream().map(ListedSignatory::withoutPlace).toList()
                : signatories;
    }

    /** Where those on the list are; nothing where signatories are at risk. */
    List<CountryCount> shownCountries(Sheet sheet) {
        return isAtRisk() ? List.of() : sheet.countries();
    }

    /** @throws InvalidParameter if it would find people, or places, where signatories are at risk */
    void requireAllowed(ListQuery query) {
        if (isAtRisk() && query.country() != null) {
            throw InvalidParameter.atRisk("country", "Must be absent: these signatories are at risk where they live.");
        }
        if (isAtRisk() && query.beginning() != null && query.kind() != SignatoryKind.ORGANISATION) {
            throw InvalidParameter.atRisk(
                    "q", "Must stand beside kind=organisation: these people are at risk where they live.");
        }
    }

    /**
     * The validator of everything that is made of this count and this appeal alone.
     *
     * @param variant what tells apart the answers that one address gives for them
     */
    String etag(String variant) {
        long changes = appeal == null ? 0 : appeal.revision();
        Instant asOf = asOf();
        Long inQueue = inQueue();
        return "\"%x-%x%s-%x-%x%s\""
                .formatted(
                        count.revision(),
                        changes,
                        isAtRisk() ? "r" : "",
                        asOf == null ? 0 : asOf.getEpochSecond(),
                        inQueue == null ? 0 : inQueue + 1,
                        variant.isEmpty() ? "" : "-" + variant);
    }

    AskedList with(ListCount other) {
        return new AskedList(slug, appeal, other, seen);
    }
}

package org.upprop.count;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.text.InvalidValue;

/**
 * How many have signed an appeal: the value of {@code counts.v1} under its slug. Where signatories are at risk it tells
 * the total alone, and that only from {@value #FEWEST_AT_RISK} on: a small number points at people, and so does the
 * difference between two.
 *
 * @param revision grows with every change of the list, also where the list is built anew; readers keep the highest
 * @param total all whose signature is on the list, hidden ones too; null while it is kept back
 * @param individuals the people among them; null where it is kept back
 * @param organisations the organisations among them; null where it is kept back
 * @param hidden those among them who are counted and not shown; null where it is kept back
 * @param asOf the list was like this then
 */
public record PublicCount(
        AppealSlug slug,
        long revision,
        @Nullable Long total,
        @Nullable Long individuals,
        @Nullable Long organisations,
        @Nullable Long hidden,
        Instant asOf) {

    /** The smallest total that is told where signatories are at risk. */
    public static final long FEWEST_AT_RISK = 10;

    public PublicCount {
        boolean whole = individuals != null && organisations != null && hidden != null;
        boolean none = individuals == null && organisations == null && hidden == null;
        if (!none && (!whole || total == null)) {
            throw new InvalidValue("count.incomplete", "Must have all three parts and the total, or no part.");
        }
    }

    /** A count of which everything may be known. */
    public static PublicCount whole(
            AppealSlug slug, long revision, long individuals, long organisations, long hidden, Instant asOf) {
        return new PublicCount(slug, revision, individuals + organisations, individuals, organisations, hidden, asOf);
    }

    /** A count of people who are in danger where they live. */
    public static PublicCount atRisk(AppealSlug slug, long revision, long total, Instant asOf) {
        return new PublicCount(slug, revision, totalAtRisk(total), null, null, null, asOf);
    }

    /** What is told of the total where signatories are at risk; nothing while it is kept back. */
    public static @Nullable Long totalAtRisk(long total) {
        return total < FEWEST_AT_RISK ? null : total;
    }
}

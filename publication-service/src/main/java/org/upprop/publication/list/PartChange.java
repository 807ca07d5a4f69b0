package org.upprop.publication.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.EntryChange.Standing;
import org.upprop.signature.SignatoryKind;

/** What a batch of changes adds to the count of those entries of an appeal that share a value. */
record PartChange(Part part, long individuals, long organisations) {

    record Part(AppealSlug appeal, Dimension dimension, String value) {

        private static final Comparator<Part> ORDER = Comparator.comparing(
                        (Part part) -> part.appeal().value())
                .thenComparing(Part::dimension)
                .thenComparing(Part::value);
    }

    /** The changes of the counts, one for each part that is another number now, in one order for all batches. */
    static List<PartChange> of(List<EntryChange> changes) {
        Map<Part, PartChange> byPart = new TreeMap<>(Part.ORDER);
        for (EntryChange change : changes) {
            if (change.before() != null) {
                add(byPart, change.before(), -1);
            }
            if (change.after() != null) {
                add(byPart, change.after(), 1);
            }
        }
        List<PartChange> moved = new ArrayList<>(byPart.values());
        moved.removeIf(PartChange::isNothing);
        return moved;
    }

    private static void add(Map<Part, PartChange> byPart, Standing entry, long one) {
        for (Dimension dimension : Dimension.values()) {
            Part part = new Part(entry.appeal(), dimension, dimension.valueOf(entry));
            PartChange change = entry.kind() == SignatoryKind.INDIVIDUAL
                    ? new PartChange(part, one, 0)
                    : new PartChange(part, 0, one);
            byPart.merge(part, change, PartChange::plus);
        }
    }

    private PartChange plus(PartChange other) {
        return new PartChange(part, individuals + other.individuals, organisations + other.organisations);
    }

    private boolean isNothing() {
        return individuals == 0 && organisations == 0;
    }
}

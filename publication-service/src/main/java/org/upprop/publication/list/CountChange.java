package org.upprop.publication.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Display;
import org.upprop.signature.SignatoryKind;

/** What a batch of changes adds to the counts of one appeal; all zero where only a spelling changed. */
record CountChange(AppealSlug appeal, long individuals, long organisations, long hidden) {

    /** The changes of the counts, one for each appeal that was touched. */
    static List<CountChange> of(List<EntryChange> changes) {
        Map<String, CountChange> byAppeal = new TreeMap<>();
        for (EntryChange change : changes) {
            if (change.before() != null) {
                add(byAppeal, of(change.before(), one -> -one));
            }
            if (change.after() != null) {
                add(byAppeal, of(change.after(), LongUnaryOperator.identity()));
            }
        }
        return new ArrayList<>(byAppeal.values());
    }

    private static void add(Map<String, CountChange> byAppeal, CountChange change) {
        byAppeal.merge(change.appeal.value(), change, CountChange::plus);
    }

    private static CountChange of(EntryChange.Standing entry, LongUnaryOperator sign) {
        long one = sign.applyAsLong(1);
        long hidden = entry.display() == Display.HIDDEN ? one : 0;
        return entry.kind() == SignatoryKind.INDIVIDUAL
                ? new CountChange(entry.appeal(), one, 0, hidden)
                : new CountChange(entry.appeal(), 0, one, hidden);
    }

    private CountChange plus(CountChange other) {
        return new CountChange(
                appeal, individuals + other.individuals, organisations + other.organisations, hidden + other.hidden);
    }
}

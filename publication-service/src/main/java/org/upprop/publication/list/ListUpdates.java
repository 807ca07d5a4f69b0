package org.upprop.publication.list;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.upprop.publication.list.EntryChange.Outcome;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryId;
import org.upprop.signature.VerifiedEvent;
import org.upprop.signature.Watermark;

/** Brings the lists up to date. Entries and counts move in one transaction, so they agree whenever anyone looks. */
@Component
public class ListUpdates {

    private final Entries entries;
    private final Counts counts;
    private final CountParts parts;
    private final Watermarks watermarks;
    private final TransactionOperations transaction;
    private final MeterRegistry meters;
    private final Timer batches;

    ListUpdates(
            Entries entries,
            Counts counts,
            CountParts parts,
            Watermarks watermarks,
            TransactionOperations transaction,
            MeterRegistry meters) {
        this.entries = entries;
        this.counts = counts;
        this.parts = parts;
        this.watermarks = watermarks;
        this.transaction = transaction;
        this.meters = meters;
        this.batches = meters.timer("upprop.list.batches");
    }

    /** The same for a list elsewhere, which nobody reads yet; no metric counts it. */
    public static ListUpdates into(DataSource elsewhere) {
        JdbcClient jdbc = JdbcClient.create(elsewhere);
        return new ListUpdates(
                new Entries(jdbc),
                new Counts(jdbc),
                new CountParts(jdbc),
                new Watermarks(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(elsewhere)),
                new CompositeMeterRegistry());
    }

    /** Applies events. An event that was applied already, or came after a later one, changes nothing. */
    public void apply(List<? extends VerifiedEvent> events) {
        List<EntryEvent> ofEntries = those(EntryEvent.class, events);
        List<EntryChange> changes = Objects.requireNonNull(batches.record(() ->
                transaction.execute(status -> write(highestOfEach(ofEntries), those(Watermark.class, events)))));
        changes.forEach(change -> count(change.outcome(), 1));
        count(Outcome.OUTDATED, ofEntries.size() - changes.size());
    }

    private List<EntryChange> write(Collection<EntryEvent> events, List<Watermark> marks) {
        List<EntryChange> changes = entries.write(events);
        counts.add(CountChange.of(changes));
        parts.add(PartChange.of(changes));
        watermarks.write(marks);
        return changes;
    }

    private static <E> List<E> those(Class<E> type, List<? extends VerifiedEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** One statement cannot write the same row twice. */
    private static Collection<EntryEvent> highestOfEach(List<EntryEvent> events) {
        Map<EntryId, EntryEvent> highest = new LinkedHashMap<>();
        events.forEach(event ->
                highest.merge(event.entryId(), event, (one, other) -> one.version() >= other.version() ? one : other));
        return highest.values();
    }

    private void count(Outcome outcome, int events) {
        meters.counter("upprop.list.events", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment(events);
    }
}

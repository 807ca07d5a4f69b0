package org.upprop.verification.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.EntryEvent;

/** What is still to be told of the entries. The entries themselves are the outbox: only their present state is told. */
public interface Outbox {

    /**
     * The entries that were not told, as they are now: those that the list has in another state first, then those that
     * changed longest ago.
     */
    List<Change> ahead(int limit);

    /** These were told, and what was told of stubs is forgotten with them. */
    void told(List<Change> changes);

    /** How many entries are ahead. */
    long size();

    /** How long the first of them has been ahead; zero where none is. */
    Duration lag();

    /**
     * The present state of an entry, and since when.
     *
     * @param trace the trace that its submission came in; nothing where that is not known
     */
    record Change(EntryEvent event, Instant since, @Nullable String trace) {}
}

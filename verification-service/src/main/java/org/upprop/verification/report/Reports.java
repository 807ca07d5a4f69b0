package org.upprop.verification.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.access.Remit;
import org.upprop.signature.EntryId;
import org.upprop.signature.SignatureId;

/** The reports of what is on a list: one open report per entry and reason, which counts how often it came. */
public interface Reports {

    /** The longest comment in code points. */
    int LONGEST_COMMENT = 500;

    /**
     * Keeps a report. Nothing happens where no such entry is on a list, and nobody is told.
     *
     * @param comment in the reporter's words; of those that come for one reason the first ten are kept
     */
    void keep(EntryId entry, ReportReason reason, @Nullable String comment);

    /** The entries of a list that have open reports, the one that was reported first in front. */
    List<Reported> open(int limit, Remit remit);

    /** How many there are, counted up to a limit. */
    int size(int limit, Remit remit);

    /** Closes all reports of a signature's entry; false where none was open. What was written in them goes. */
    boolean close(SignatureId signature, boolean upheld);

    /** Forgets those that were closed 30 days ago, and what was written in those that nobody has closed for a year. */
    int purge();
}

package org.upprop.publication.export;

import java.io.IOException;
import java.io.OutputStream;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.ListCount;

/** Somebody who takes a whole list. */
public interface Download {

    AppealSlug appeal();

    ExportFormat format();

    /** Whether it is the organiser, for whom there is always a place. */
    boolean isOrganisers();

    /** What of the list they get, by its count at the moment of which everything else is too. */
    Selection select(ListCount count);

    /** Nothing stands in the way any more; from now on whatever goes wrong breaks the answer. */
    OutputStream begin(ListCount count) throws IOException;
}

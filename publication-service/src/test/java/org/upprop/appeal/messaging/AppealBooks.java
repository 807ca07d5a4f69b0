package org.upprop.appeal.messaging;

import java.util.Map;
import org.upprop.appeal.Appeal;
import org.upprop.event.EventJson;

/** Books of appeals to test with. */
public final class AppealBooks {

    private AppealBooks() {}

    /** A book that was read up to this record, and not to its end. */
    public static AppealBook inTheMiddleOfReading(Appeal read) {
        AppealBook book = new AppealBook(Map.of());
        book.apply(read.slug().value(), EventJson.write(read));
        return book;
    }
}

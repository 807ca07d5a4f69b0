package org.upprop.publication.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.copy.CopyOut;
import org.upprop.publication.list.ListCount;

/** A list on its way to somebody, who may be slow, but not for ever: a snapshot is kept for them meanwhile. */
final class Copy {

    private final Download download;
    private final long end;
    private boolean begun;

    Copy(Download download, Duration longest) {
        this.download = download;
        this.end = System.nanoTime() + longest.toNanos();
    }

    Download download() {
        return download;
    }

    boolean isBegun() {
        return begun;
    }

    void write(ListCount count, CopyOut rows) throws SQLException {
        try {
            OutputStream out = download.begin(count);
            begun = true;
            write(rows, out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Each row ends as the database ends it, with one byte. */
    private void write(CopyOut rows, OutputStream out) throws SQLException, IOException {
        byte[] lineEnd = download.format().lineEnd();
        out.write(download.format().beginning());
        for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            if (System.nanoTime() - end > 0) {
                throw new TooSlow();
            }
            out.write(row, 0, row.length - 1);
            out.write(lineEnd);
        }
    }

    private static final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

package org.upprop.verification.review.bulk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.bulk.Bulk;

/** Rows of the table {@code bulk_review}, and what they are about. */
final class BulkRows {

    /** What waits and is meant by {@code m}. */
    static final String HOLDS = """
            entry e join submission s using (signature_id)
            where e.waits_since <= m.counted_at and not e.on_list
              and (m.appeal is null or e.appeal = m.appeal)
              and (m.mark is null or m.mark = any (s.screening))
              and (m.mail_domain is null or s.mail_domain = m.mail_domain
                   and s.submitted_at between m.submitted_from and m.submitted_to)
            """;

    private BulkRows() {}

    static Bulk bulk(ResultSet row, int number) throws SQLException {
        return new Bulk(
                row.getObject("bulk_id", UUID.class),
                row.getString("reviewer"),
                row.getString("undone_by"),
                row.getObject("holder", UUID.class),
                Verdict.of(row.getString("decision")).orElseThrow(),
                row.getString("reason"),
                row.getString("appeal"),
                row.getString("mark"),
                row.getString("mail_domain") != null,
                Bulk.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("matched"),
                row.getInt("done"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("undoable"));
    }

    static String word(Bulk.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

package org.upprop.verification.list.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.list.Progress;

/** How far the list was told, by the tables {@code entry} and {@code list_size}. */
@Repository
class JdbcProgress implements Progress {

    private static final String TOLD_BEFORE = """
            select least(:before, (select min(changed_at) from entry where version > published_version),
                         (select min(publish_after) from entry), (select min(publish_after) from comment))
            """;

    private static final String DUE = """
            select appeal, sum(entries) as entries from (
                select appeal, entries from list_size
                union all
                select appeal, on_list::int - told_on_list::int from entry where version > published_version
            ) counted
            group by appeal having sum(entries) > 0 order by appeal
            """;

    private final JdbcClient jdbc;
    private final DueBefore due;

    JdbcProgress(JdbcClient jdbc, DueBefore due) {
        this.jdbc = jdbc;
        this.due = due;
    }

    @Override
    public Optional<Told> look() {
        return due.before().flatMap(this::told);
    }

    /** All that was due before can be seen by now, so what is not told is among it. */
    private Optional<Told> told(Instant before) {
        TreeMap<String, Long> sizes = new TreeMap<>();
        Optional<Instant> told =
                DueBefore.time(jdbc.sql(TOLD_BEFORE).param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC)));
        jdbc.sql(DUE).query(row -> {
            sizes.put(row.getString("appeal"), row.getLong("entries"));
        });
        return told.map(at -> new Told(at, sizes));
    }
}

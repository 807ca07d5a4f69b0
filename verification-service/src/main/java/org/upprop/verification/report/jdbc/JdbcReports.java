package org.upprop.verification.report.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.access.Remit;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.EntryId;
import org.upprop.signature.SignatureId;
import org.upprop.verification.report.ReportReason;
import org.upprop.verification.report.Reported;
import org.upprop.verification.report.Reports;
import org.upprop.verification.signature.Released;

/** The table {@code report}. */
@Repository
class JdbcReports implements Reports {

    private static final String KEEP = """
            insert into report (entry_id, reason, comments)
            select e.entry_id, :reason, array_remove(array[:comment::text], null)
            from entry e where e.entry_id = :entry and e.on_list
            on conflict (entry_id, reason) where state = 'open' do update
            set times = report.times + 1, last_at = now(),
                comments = case when cardinality(report.comments) < 10
                    then report.comments || excluded.comments else report.comments end
            """;

    /** A report of what its owner has changed or taken back meanwhile waits for nobody. */
    private static final String OPEN = """
            select e.signature_id, e.appeal, e.released, min(r.first_at) as since,
                   coalesce(sum(r.times) filter (where r.reason = 'not-me'), 0) as not_me,
                   coalesce(sum(r.times) filter (where r.reason = 'not-authorised'), 0) as not_authorised,
                   coalesce(sum(r.times) filter (where r.reason = 'offensive'), 0) as offensive,
                   array(select unnest(c.comments) from report c
                         where c.entry_id = e.entry_id and c.state = 'open' limit 30) as comments
            from report r
            join entry e on e.entry_id = r.entry_id
            where r.state = 'open' and e.on_list and (:appeals::text[] is null or e.appeal = any(:appeals))
            group by e.entry_id
            order by since
            limit :limit
            """;

    private static final String SIZE = """
            select count(*) from (
                select from report r join entry e on e.entry_id = r.entry_id
                where r.state = 'open' and e.on_list and (:appeals::text[] is null or e.appeal = any(:appeals))
                group by r.entry_id
                limit :limit) open
            """;

    private static final String CLOSE = """
            update report r set state = :state, closed_at = now(), comments = '{}'
            from entry e
            where e.signature_id = :signature and r.entry_id = e.entry_id and r.state = 'open'
            """;

    private static final String PURGE =
            "delete from report where state <> 'open' and closed_at < now() - interval '30 days'";

    private static final String PURGE_COMMENTS = """
            update report set comments = '{}'
            where state = 'open' and comments <> '{}' and first_at < now() - interval '1 year'
            """;

    private final JdbcClient jdbc;

    JdbcReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(EntryId entry, ReportReason reason, @Nullable String comment) {
        jdbc.sql(KEEP)
                .param("entry", entry.value())
                .param("reason", reason.word())
                .param("comment", comment)
                .update();
    }

    @Override
    public List<Reported> open(int limit, Remit remit) {
        return jdbc.sql(OPEN)
                .param("appeals", remit.slugs())
                .param("limit", limit)
                .query(JdbcReports::reported)
                .list();
    }

    @Override
    public int size(int limit, Remit remit) {
        return jdbc.sql(SIZE)
                .param("appeals", remit.slugs())
                .param("limit", limit)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Override
    public boolean close(SignatureId signature, boolean upheld) {
        return jdbc.sql(CLOSE)
                        .param("signature", signature.value())
                        .param("state", upheld ? "upheld" : "dismissed")
                        .update()
                > 0;
    }

    @Override
    public int purge() {
        jdbc.sql(PURGE_COMMENTS).update();
        return jdbc.sql(PURGE).update();
    }

    private static Reported reported(ResultSet row, int number) throws SQLException {
        Map<ReportReason, Integer> times = new EnumMap<>(ReportReason.class);
        for (ReportReason reason : ReportReason.values()) {
            int count = row.getInt(reason.word().replace('-', '_'));
            if (count > 0) {
                times.put(reason, count);
            }
        }
        return new Reported(
                new SignatureId(row.getObject("signature_id", UUID.class)),
                new AppealSlug(row.getString("appeal")),
                EventJson.read(row.getString("released").getBytes(StandardCharsets.UTF_8), Released.class),
                times,
                List.of((String[]) row.getArray("comments").getArray()),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}

package org.upprop.verification.review.bulk.jdbc;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.access.Remit;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.bulk.Bulk;
import org.upprop.verification.review.bulk.Bulks;
import org.upprop.verification.review.bulk.Criterion;

/** What reviewers ask of the table {@code bulk_review}. */
@Repository
class JdbcBulks implements Bulks {

    /** Of a signature whose mail domain is not counted, or that is unknown, nothing is like it. */
    private static final String MEANT = """
            with meant as (
                select coalesce(l.appeal, :appeal) as appeal, :mark::text as mark,
                       case when :like::uuid is not null then coalesce(l.mail_domain, '') end as mail_domain,
                       l.submitted_at - interval '1 hour' as submitted_from,
                       l.submitted_at + interval '1 hour' as submitted_to,
                       least(:counted::timestamptz, now()) as counted_at
                from (select) nothing
                left join submission l on l.signature_id = :like::uuid
                    and (:appeal::text is null or l.appeal = :appeal)
            )
            """;

    private static final String COUNT = MEANT + """
            select (
                select count(*) from meant m,
            """ + BulkRows.HOLDS + """
            ) as matched, counted_at
            from meant
            """;

    private static final String START = MEANT + """
            , matched as (
                select count(*) as number from meant m,
            """ + BulkRows.HOLDS + """
            )
            insert into bulk_review (reviewer, decision, reason, appeal, mark, mail_domain, submitted_from,
                                     submitted_to, counted_at, matched)
            select :reviewer, :decision, :reason, meant.*, matched.number from meant, matched
            returning bulk_id
            """;

    private static final String UNDO = """
            update bulk_review set state = 'undoing', undone_by = :by, ended_at = null
            where bulk_id = :bulk and state in ('running', 'done') and started_at > now() - interval '7 days'
            """;

    private static final String READ = """
            select b.*, b.state in ('running', 'done') and b.started_at > now() - interval '7 days' as undoable
            from bulk_review b
            """;

    private static final String FIND = READ + "where b.bulk_id = :bulk";

    private static final String LATEST = READ + """
            where :appeals::text[] is null or b.appeal = any(:appeals)
            order by b.started_at desc
            limit :limit
            """;

    private static final String PURGE = "delete from bulk_review where started_at < now() - interval '1 year'";

    private final JdbcClient jdbc;

    JdbcBulks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Count count(Criterion criterion) {
        return meant(COUNT, criterion, null)
                .query((row, number) -> new Count(
                        row.getInt("matched"),
                        row.getObject("counted_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    @Override
    public UUID start(
            Reviewer by, Verdict verdict, @Nullable String reason, Criterion criterion, @Nullable Instant counted) {
        return meant(START, criterion, counted)
                .param("reviewer", by.name())
                .param("decision", verdict.word())
                .param("reason", reason)
                .query((row, number) -> row.getObject("bulk_id", UUID.class))
                .single();
    }

    private JdbcClient.StatementSpec meant(String sql, Criterion criterion, @Nullable Instant counted) {
        return jdbc.sql(sql)
                .param(
                        "appeal",
                        criterion.appeal() == null ? null : criterion.appeal().value(),
                        Types.VARCHAR)
                .param(
                        "mark",
                        criterion.mark() == null ? null : criterion.mark().id(),
                        Types.VARCHAR)
                .param(
                        "like",
                        criterion.like() == null ? null : criterion.like().value(),
                        Types.OTHER)
                .param("counted", counted == null ? null : counted.toString(), Types.VARCHAR);
    }

    @Override
    public boolean undo(Reviewer by, UUID bulk) {
        return jdbc.sql(UNDO).param("by", by.name()).param("bulk", bulk).update() == 1;
    }

    @Override
    public Optional<Bulk> find(UUID bulk) {
        return jdbc.sql(FIND).param("bulk", bulk).query(BulkRows::bulk).optional();
    }

    @Override
    public List<Bulk> latest(int limit, Remit remit) {
        return jdbc.sql(LATEST)
                .param("appeals", remit.slugs())
                .param("limit", limit)
                .query(BulkRows::bulk)
                .list();
    }

    @Override
    public int purge() {
        return jdbc.sql(PURGE).update();
    }
}

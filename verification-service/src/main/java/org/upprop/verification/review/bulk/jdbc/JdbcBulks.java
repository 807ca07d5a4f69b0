package org.upprop.verification.review.bulk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.signature.SignatureId;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.review.Waiting;
import org.upprop.verification.review.bulk.Bulk;
import org.upprop.verification.review.bulk.Bulks;
import org.upprop.verification.review.bulk.Criterion;

/** The table {@code bulk_review}. */
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

    private static final String HOLDS = """
            where e.waits_since <= m.counted_at and not e.on_list
              and (m.appeal is null or e.appeal = m.appeal)
              and (m.mark is null or m.mark = any (s.screening))
              and (m.mail_domain is null or s.mail_domain = m.mail_domain
                   and s.submitted_at between m.submitted_from and m.submitted_to)
            """;

    private static final String COUNT = MEANT + """
            select (
                select count(*) from meant m, entry e join submission s using (signature_id)
            """ + HOLDS + """
            ) as matched, counted_at
            from meant
            """;

    private static final String START = MEANT + """
            , matched as (
                select count(*) as number from meant m, entry e join submission s using (signature_id)
            """ + HOLDS + """
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

    private static final String LATEST = READ + "order by b.started_at desc limit :limit";

    private static final String TAKE = """
            with taken as (
                update bulk_review set busy_until = now() + interval '1 minute', holder = gen_random_uuid()
                where bulk_id = (
                    select bulk_id from bulk_review
                    where state in ('running', 'undoing') and busy_until < now()
                    order by started_at limit 1
                    for update skip locked)
                returning *
            )
            select b.*, false as undoable from taken b
            """;

    private static final String KEEP = """
            update bulk_review set busy_until = now() + interval '1 minute', done = done + :done
            where bulk_id = :bulk and holder = :holder and state = :state
            """;

    private static final String RELEASE = """
            update bulk_review b
            set busy_until = '-infinity', holder = null,
                done = case when :finished then (
                           select count(*) from review_action a where a.bulk_id = b.bulk_id and a.action = b.decision)
                       else done end,
                ended_at = case when :finished and state = :state then now() else ended_at end,
                state = case when :finished and state = :state then :to else state end
            where bulk_id = :bulk and holder = :holder
            """;

    private static final String WAITING = """
            select e.evidence, e.waits_since, e.signature_id from bulk_review m, entry e join submission s using (signature_id)
            """ + HOLDS + """
              and m.bulk_id = :bulk
              and (not e.evidence, e.waits_since, e.signature_id) > (not :evidence, :since, :signature)
            order by not e.evidence, e.waits_since, e.signature_id
            limit :limit
            """;

    private static final String DECIDED = """
            select action_id, signature_id from review_action
            where bulk_id = :bulk and action = :decision and action_id > :after
            order by action_id
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
        return jdbc.sql(FIND).param("bulk", bulk).query(JdbcBulks::bulk).optional();
    }

    @Override
    public List<Bulk> latest(int limit) {
        return jdbc.sql(LATEST).param("limit", limit).query(JdbcBulks::bulk).list();
    }

    @Override
    public Optional<Bulk> take() {
        return jdbc.sql(TAKE).query(JdbcBulks::bulk).optional();
    }

    @Override
    public boolean keep(Bulk taken, int done) {
        return jdbc.sql(KEEP)
                        .param("bulk", taken.id())
                        .param("holder", taken.holder(), Types.OTHER)
                        .param("done", done)
                        .param("state", word(taken.state()))
                        .update()
                == 1;
    }

    @Override
    public void release(Bulk taken, boolean finished) {
        Bulk.State to = taken.state() == Bulk.State.UNDOING ? Bulk.State.UNDONE : Bulk.State.DONE;
        jdbc.sql(RELEASE)
                .param("bulk", taken.id())
                .param("holder", taken.holder(), Types.OTHER)
                .param("state", word(taken.state()))
                .param("to", word(to))
                .param("finished", finished)
                .update();
    }

    @Override
    public List<Waiting.Place> waiting(Bulk bulk, Waiting.Place after, int limit) {
        return jdbc.sql(WAITING)
                .param("bulk", bulk.id())
                .param("evidence", after.evidence())
                .param("since", OffsetDateTime.ofInstant(after.since(), ZoneOffset.UTC))
                .param("signature", after.signature().value())
                .param("limit", limit)
                .query((row, number) -> new Waiting.Place(
                        row.getBoolean("evidence"),
                        row.getObject("waits_since", OffsetDateTime.class).toInstant(),
                        signature(row)))
                .list();
    }

    @Override
    public List<Done> decided(Bulk bulk, long after, int limit) {
        return jdbc.sql(DECIDED)
                .param("bulk", bulk.id())
                .param("decision", bulk.verdict().word())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Done(row.getLong("action_id"), signature(row)))
                .list();
    }

    @Override
    public int purge() {
        return jdbc.sql(PURGE).update();
    }

    private static SignatureId signature(ResultSet row) throws SQLException {
        return new SignatureId(row.getObject("signature_id", UUID.class));
    }

    private static Bulk bulk(ResultSet row, int number) throws SQLException {
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

    private static String word(Bulk.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

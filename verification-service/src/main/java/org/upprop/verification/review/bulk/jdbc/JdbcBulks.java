package org.upprop.verification.review.bulk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
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
import org.upprop.verification.review.bulk.Bulk;
import org.upprop.verification.review.bulk.Bulks;
import org.upprop.verification.review.bulk.Criterion;

/** The table {@code bulk_review}. */
@Repository
class JdbcBulks implements Bulks {

    private static final UUID FIRST = new UUID(0, 0);

    /** Of a signature whose mail domain is not counted, or that is unknown, nothing is like it. */
    private static final String MEANT = """
            with meant as (
                select coalesce(l.appeal, :appeal) as appeal, :mark::text as mark,
                       case when :like::uuid is not null then coalesce(l.mail_domain, '') end as mail_domain,
                       l.submitted_at - interval '1 hour' as submitted_from,
                       l.submitted_at + interval '1 hour' as submitted_to
                from (select) nothing
                left join submission l on l.signature_id = :like::uuid
                    and (:appeal::text is null or l.appeal = :appeal)
            )
            """;

    private static final String HOLDS = """
            where e.waits_since is not null and not e.on_list
              and (m.appeal is null or e.appeal = m.appeal)
              and (m.mark is null or m.mark = any (s.screening))
              and (m.mail_domain is null or s.mail_domain = m.mail_domain
                   and s.submitted_at between m.submitted_from and m.submitted_to)
            """;

    private static final String COUNT = MEANT + """
            select count(*) from meant m, entry e join submission s using (signature_id)
            """ + HOLDS;

    private static final String START = MEANT + """
            , matched as (
                select count(*) as number from meant m, entry e join submission s using (signature_id)
            """ + HOLDS + """
            )
            insert into bulk_review (reviewer, decision, reason, appeal, mark, mail_domain, submitted_from,
                                     submitted_to, matched)
            select :reviewer, :decision, :reason, meant.*, matched.number from meant, matched
            returning bulk_id
            """;

    private static final String UNDO = """
            update bulk_review set state = 'undoing', ended_at = null
            where bulk_id = :bulk and state in ('running', 'done') and started_at > now() - interval '7 days'
            """;

    private static final String READ = """
            select b.*, b.state in ('running', 'done') and b.started_at > now() - interval '7 days' as undoable,
                   (select count(*) from review_action a
                    where a.bulk_id = b.bulk_id and a.action = b.decision) as done
            from bulk_review b
            """;

    private static final String FIND = READ + "where b.bulk_id = :bulk";

    private static final String LATEST = READ + "order by b.started_at desc limit :limit";

    private static final String TAKE = """
            with taken as (
                update bulk_review set busy_until = now() + interval '1 minute'
                where bulk_id = (
                    select bulk_id from bulk_review
                    where state in ('running', 'undoing') and busy_until < now()
                    order by started_at limit 1
                    for update skip locked)
                returning *
            )
            select b.*, false as undoable, 0 as done from taken b
            """;

    private static final String KEEP = """
            update bulk_review set busy_until = now() + interval '1 minute' where bulk_id = :bulk and state = :state
            """;

    private static final String RELEASE = """
            update bulk_review
            set busy_until = '-infinity',
                ended_at = case when :finished and state = :state then now() else ended_at end,
                state = case when :finished and state = :state then :to else state end
            where bulk_id = :bulk
            """;

    private static final String WAITING = """
            select e.signature_id from bulk_review m, entry e join submission s using (signature_id)
            """ + HOLDS + """
              and m.bulk_id = :bulk and e.waits_since <= m.started_at and e.signature_id > :after
            order by e.signature_id
            limit :limit
            """;

    private static final String DECIDED = """
            select a.signature_id from review_action a
            join submission s on s.signature_id = a.signature_id
            where a.bulk_id = :bulk and a.action = :decision and a.to_state = s.state and a.signature_id > :after
              and not exists (
                  select from review_action later
                  where later.signature_id = a.signature_id and later.to_state is not null
                    and later.action_id > a.action_id)
            order by a.signature_id
            limit :limit
            """;

    private static final String PURGE = "delete from bulk_review where started_at < now() - interval '1 year'";

    private final JdbcClient jdbc;

    JdbcBulks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int count(Criterion criterion) {
        return meant(COUNT, criterion).query((row, number) -> row.getInt(1)).single();
    }

    @Override
    public UUID start(Reviewer by, Verdict verdict, @Nullable String reason, Criterion criterion) {
        return meant(START, criterion)
                .param("reviewer", by.name())
                .param("decision", verdict.word())
                .param("reason", reason)
                .query((row, number) -> row.getObject("bulk_id", UUID.class))
                .single();
    }

    private JdbcClient.StatementSpec meant(String sql, Criterion criterion) {
        return jdbc.sql(sql)
                .param("appeal", criterion.appeal(), Types.VARCHAR)
                .param("mark", criterion.mark(), Types.VARCHAR)
                .param(
                        "like",
                        criterion.like() == null ? null : criterion.like().value(),
                        Types.OTHER);
    }

    @Override
    public boolean undo(UUID bulk) {
        return jdbc.sql(UNDO).param("bulk", bulk).update() == 1;
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
    public boolean keep(Bulk taken) {
        return jdbc.sql(KEEP)
                        .param("bulk", taken.id())
                        .param("state", word(taken.state()))
                        .update()
                == 1;
    }

    @Override
    public void release(Bulk taken, boolean finished) {
        Bulk.State to = taken.state() == Bulk.State.UNDOING ? Bulk.State.UNDONE : Bulk.State.DONE;
        jdbc.sql(RELEASE)
                .param("bulk", taken.id())
                .param("state", word(taken.state()))
                .param("to", word(to))
                .param("finished", finished)
                .update();
    }

    @Override
    public List<SignatureId> waiting(Bulk bulk, @Nullable SignatureId after, int limit) {
        return jdbc.sql(WAITING)
                .param("bulk", bulk.id())
                .param("after", after == null ? FIRST : after.value())
                .param("limit", limit)
                .query(JdbcBulks::signature)
                .list();
    }

    @Override
    public List<SignatureId> decided(Bulk bulk, @Nullable SignatureId after, int limit) {
        return jdbc.sql(DECIDED)
                .param("bulk", bulk.id())
                .param("decision", bulk.verdict().word())
                .param("after", after == null ? FIRST : after.value())
                .param("limit", limit)
                .query(JdbcBulks::signature)
                .list();
    }

    @Override
    public int purge() {
        return jdbc.sql(PURGE).update();
    }

    private static SignatureId signature(ResultSet row, int number) throws SQLException {
        return new SignatureId(row.getObject("signature_id", UUID.class));
    }

    private static Bulk bulk(ResultSet row, int number) throws SQLException {
        return new Bulk(
                row.getObject("bulk_id", UUID.class),
                row.getString("reviewer"),
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

package org.upprop.verification.review.bulk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.signature.SignatureId;
import org.upprop.verification.review.Waiting;
import org.upprop.verification.review.bulk.Bulk;
import org.upprop.verification.review.bulk.BulkWork;

/** What is to be done of the table {@code bulk_review}; a row has one holder at a time. */
@Repository
class JdbcBulkWork implements BulkWork {

    private static final String TAKE = """
            update bulk_review set busy_until = now() + interval '1 minute', holder = gen_random_uuid()
            where bulk_id = (
                select bulk_id from bulk_review
                where state in ('running', 'undoing') and busy_until < now()
                order by started_at limit 1
                for update skip locked)
            returning *, false as undoable
            """;

    private static final String KEEP = """
            update bulk_review set busy_until = now() + interval '1 minute', done = done + :done
            where bulk_id = :bulk and holder = :holder and state = :state
            """;

    private static final String IS_HELD = """
            select from bulk_review where bulk_id = :bulk and holder = :holder and state = :state for share
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
            select e.evidence, e.waits_since, e.signature_id from bulk_review m,
            """ + BulkRows.HOLDS + """
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

    private final JdbcClient jdbc;

    JdbcBulkWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Bulk> take() {
        return jdbc.sql(TAKE).query(BulkRows::bulk).optional();
    }

    @Override
    public boolean keep(Bulk taken, int done) {
        return statement(KEEP, taken).param("done", done).update() == 1;
    }

    @Override
    public boolean isHeld(Bulk taken) {
        return statement(IS_HELD, taken).query((row, number) -> true).optional().isPresent();
    }

    @Override
    public void release(Bulk taken, boolean finished) {
        Bulk.State to = taken.state() == Bulk.State.UNDOING ? Bulk.State.UNDONE : Bulk.State.DONE;
        statement(RELEASE, taken)
                .param("to", BulkRows.word(to))
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

    private JdbcClient.StatementSpec statement(String sql, Bulk taken) {
        return jdbc.sql(sql)
                .param("bulk", taken.id())
                .param("holder", taken.holder(), Types.OTHER)
                .param("state", BulkRows.word(taken.state()));
    }

    private static SignatureId signature(ResultSet row) throws SQLException {
        return new SignatureId(row.getObject("signature_id", UUID.class));
    }
}

package org.upprop.verification.review.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.access.Remit;
import org.upprop.event.EventJson;
import org.upprop.signature.SignatureId;
import org.upprop.verification.comment.CommentState;
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.review.AuditTrail;
import org.upprop.verification.review.PastAction;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/** The table {@code review_action}. */
@Repository
class JdbcAuditTrail implements AuditTrail {

    private static final String WRITE = """
            insert into review_action (reviewer, action, signature_id, appeal, from_state, to_state, comment_state,
                                       subject, reason, bulk_id)
            values (:reviewer, :action, :signature,
                    (select s.appeal from submission s where s.signature_id = :signature),
                    :from, :to, :comment, :subject, :reason, :bulk)
            """;

    private static final String READ = """
            select a.action_id, a.taken_at, a.reviewer, a.action, a.signature_id, a.appeal, a.from_state, a.to_state,
                   a.comment_state, a.subject, a.reason, s.state, c.state as comment_now, e.released,
                   not exists (
                       select from review_action later
                       where later.signature_id = a.signature_id and later.action_id > a.action_id
                         and (later.to_state is not null and a.comment_state is null
                              or later.comment_state is not null and a.comment_state is not null)) as is_last
            from review_action a
            left join submission s on s.signature_id = a.signature_id
            left join entry e on e.signature_id = a.signature_id
            left join comment c on c.signature_id = a.signature_id
            """;

    private static final String BEFORE = READ + """
            where a.action_id < :before and (:appeals::text[] is null or a.appeal = any(:appeals))
            order by a.action_id desc
            limit :limit
            """;

    private static final String LAST = READ + """
            where a.signature_id = :signature and a.to_state is not null
            order by a.action_id desc
            limit 1
            """;

    private static final String LAST_OF_COMMENT = READ + """
            where a.signature_id = :signature and a.comment_state is not null
            order by a.action_id desc
            limit 1
            """;

    private static final String IS_LAST = """
            select bulk_id is not distinct from :bulk from review_action
            where signature_id = :signature and to_state is not null
            order by action_id desc
            limit 1
            """;

    private static final String PURGE = "delete from review_action where taken_at < now() - interval '1 year'";

    private final JdbcClient jdbc;

    JdbcAuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void moved(Ruling ruling, SignatureId signature, SignatureState from, SignatureState to) {
        write(
                ruling.by(),
                ruling.verdict().word(),
                signature,
                from.id(),
                to.id(),
                null,
                null,
                ruling.reason(),
                ruling.bulk());
    }

    @Override
    public void moved(Reviewer by, SignatureId signature, CommentVerdict verdict, @Nullable String reason) {
        write(by, verdict.action(), signature, null, null, verdict.state().id(), null, reason, null);
    }

    @Override
    public void noted(
            Reviewer by,
            String action,
            @Nullable SignatureId signature,
            @Nullable String subject,
            @Nullable String reason) {
        write(by, action, signature, null, null, null, subject, reason, null);
    }

    private void write(
            Reviewer by,
            String action,
            @Nullable SignatureId signature,
            @Nullable String from,
            @Nullable String to,
            @Nullable String comment,
            @Nullable String subject,
            @Nullable String reason,
            @Nullable UUID bulk) {
        jdbc.sql(WRITE)
                .param("reviewer", by.name())
                .param("action", action)
                .param("signature", signature == null ? null : signature.value(), java.sql.Types.OTHER)
                .param("from", from)
                .param("to", to)
                .param("comment", comment)
                .param("subject", subject)
                .param("reason", reason)
                .param("bulk", bulk, java.sql.Types.OTHER)
                .update();
    }

    @Override
    public List<PastAction> before(long action, int limit, Remit remit) {
        return jdbc.sql(BEFORE)
                .param("appeals", remit.slugs())
                .param("before", action)
                .param("limit", limit)
                .query(JdbcAuditTrail::action)
                .list();
    }

    @Override
    public Optional<PastAction> last(SignatureId signature) {
        return last(LAST, signature);
    }

    @Override
    public Optional<PastAction> lastOfComment(SignatureId signature) {
        return last(LAST_OF_COMMENT, signature);
    }

    private Optional<PastAction> last(String sql, SignatureId signature) {
        return jdbc.sql(sql)
                .param("signature", signature.value())
                .query(JdbcAuditTrail::action)
                .optional();
    }

    @Override
    public boolean isLast(SignatureId signature, UUID bulk) {
        return jdbc.sql(IS_LAST)
                .param("signature", signature.value())
                .param("bulk", bulk)
                .query((row, number) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    @Override
    public int purge() {
        return jdbc.sql(PURGE).update();
    }

    private static PastAction action(ResultSet row, int number) throws SQLException {
        UUID signature = row.getObject("signature_id", UUID.class);
        return new PastAction(
                row.getLong("action_id"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getString("reviewer"),
                row.getString("action"),
                signature == null ? null : new SignatureId(signature),
                row.getString("appeal"),
                state(row.getString("from_state")),
                state(row.getString("to_state")),
                comment(row.getString("comment_state")),
                row.getString("subject"),
                row.getString("reason"),
                state(row.getString("state")),
                comment(row.getString("comment_now")),
                released(row.getString("released")),
                row.getBoolean("is_last"));
    }

    private static @Nullable SignatureState state(@Nullable String id) {
        return id == null ? null : SignatureState.of(id);
    }

    private static @Nullable CommentState comment(@Nullable String id) {
        return id == null ? null : CommentState.of(id);
    }

    private static @Nullable Released released(@Nullable String json) {
        return json == null ? null : EventJson.read(json.getBytes(StandardCharsets.UTF_8), Released.class);
    }
}

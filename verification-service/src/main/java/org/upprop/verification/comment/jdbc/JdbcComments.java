package org.upprop.verification.comment.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.SignatureId;
import org.upprop.verification.comment.CommentState;
import org.upprop.verification.comment.Comments;
import org.upprop.verification.comment.WaitingComment;
import org.upprop.verification.list.RelayProperties;
import org.upprop.verification.signature.Released;

/** The table {@code comment}, and what {@code entry} says of it. */
@Repository
class JdbcComments implements Comments {

    private static final String OPEN = """
            insert into comment (signature_id)
            select signature_id from entry where signature_id = :signature and signatory ->> 'comment' is not null
            """;

    private static final String FIND = "select state, reason from comment where signature_id = :signature";

    private static final String MOVE = """
            update comment
            set state = :to, since = now(), reason = :reason, publish_after = case when :to = 'shown' then held_until(:hold) end
            where signature_id = :signature and state = :from
            returning old.state = 'shown' and old.publish_after is null
                or new.state = 'shown' and new.publish_after is null as tells
            """;

    private static final String TELL = """
            update entry set version = version + 1, changed_at = due_since(version, published_version, changed_at)
            where signature_id = :signature and on_list and display <> 'hidden'
            """;

    /** Also a change that waits for a reviewer would bring it back. */
    private static final String REMOVE = """
            with gone as (
                delete from comment where signature_id = :signature returning state = 'shown' and publish_after is null as shown
            ), told as (
                update review_action set reason = null
                where signature_id = :signature and comment_state is not null and reason is not null
            )
            update entry e
            set signatory = e.signatory - 'comment', proposed_signatory = e.proposed_signatory - 'comment',
                version = case when e.on_list and gone.shown then e.version + 1 else e.version end,
                changed_at = due_since(e.version, e.published_version, e.changed_at)
            from gone
            where e.signature_id = :signature
            """;

    private static final String SEEN_WAITING = """
            from comment c
            join entry e on e.signature_id = c.signature_id
            where c.state = 'waiting' and e.on_list and e.display <> 'hidden' and e.appeal = any (:appeals)
            """;

    private static final String WAITING =
            "select c.signature_id, e.appeal, e.released, e.signatory ->> 'comment' as text, c.since\n" + SEEN_WAITING
                    + """
            and (c.since, c.signature_id) > (:since, :signature)
            order by c.since, c.signature_id
            limit :limit
            """;

    private static final String SIZE = "select count(*) from (select " + SEEN_WAITING + " limit :limit) waiting";

    private static final String SHOWN = """
            select c.signature_id, e.signatory ->> 'comment' as text
            from comment c
            join entry e on e.signature_id = c.signature_id
            where c.signature_id = any (:signatures) and c.state = 'shown' and e.on_list and e.display <> 'hidden'
            """;

    private final JdbcClient jdbc;
    private final RelayProperties relay;

    JdbcComments(JdbcClient jdbc, RelayProperties relay) {
        this.jdbc = jdbc;
        this.relay = relay;
    }

    @Override
    public void open(SignatureId signature) {
        jdbc.sql(OPEN).param("signature", signature.value()).update();
    }

    @Override
    public Optional<Standing> find(SignatureId signature) {
        return jdbc.sql(FIND)
                .param("signature", signature.value())
                .query((row, number) -> new Standing(CommentState.of(row.getString("state")), row.getString("reason")))
                .optional();
    }

    @Override
    public boolean move(
            SignatureId signature, CommentState from, CommentState to, @Nullable String reason, boolean held) {
        Optional<Boolean> tells = jdbc.sql(MOVE)
                .param("signature", signature.value())
                .param("from", from.id())
                .param("to", to.id())
                .param("reason", reason)
                .param("hold", held ? relay.hold().toMillis() / 1_000.0 : null, Types.DOUBLE)
                .query((row, number) -> row.getBoolean("tells"))
                .optional();
        if (tells.orElse(false)) {
            jdbc.sql(TELL).param("signature", signature.value()).update();
        }
        return tells.isPresent();
    }

    @Override
    public boolean remove(SignatureId signature) {
        return jdbc.sql(REMOVE).param("signature", signature.value()).update() == 1;
    }

    @Override
    public List<WaitingComment> waiting(Collection<AppealSlug> appeals, WaitingComment.Place after, int limit) {
        return jdbc.sql(WAITING)
                .param("appeals", texts(appeals))
                .param("since", OffsetDateTime.ofInstant(after.since(), ZoneOffset.UTC))
                .param("signature", after.signature().value())
                .param("limit", limit)
                .query(JdbcComments::waiting)
                .list();
    }

    @Override
    public int size(Collection<AppealSlug> appeals, int limit) {
        return jdbc.sql(SIZE)
                .param("appeals", texts(appeals))
                .param("limit", limit)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Override
    public Map<SignatureId, String> shown(Collection<SignatureId> signatures) {
        Map<SignatureId, String> shown = new HashMap<>();
        jdbc.sql(SHOWN)
                .param("signatures", signatures.stream().map(SignatureId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    shown.put(signature(row), row.getString("text"));
                });
        return shown;
    }

    private static WaitingComment waiting(ResultSet row, int number) throws SQLException {
        return new WaitingComment(
                signature(row),
                new AppealSlug(row.getString("appeal")),
                EventJson.read(row.getString("released").getBytes(StandardCharsets.UTF_8), Released.class),
                row.getString("text"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static SignatureId signature(ResultSet row) throws SQLException {
        return new SignatureId(row.getObject("signature_id", UUID.class));
    }

    private static String[] texts(Collection<AppealSlug> appeals) {
        return appeals.stream().map(AppealSlug::value).toArray(String[]::new);
    }
}

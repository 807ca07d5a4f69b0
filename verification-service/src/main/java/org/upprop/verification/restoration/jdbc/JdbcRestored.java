package org.upprop.verification.restoration.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.event.EventJson;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureVerified;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.ledger.Place;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.restoration.Restored;
import org.upprop.verification.restoration.Said;

/** The tables {@code restored} and {@code told}, and what follows from them for a whole database. */
@Repository
class JdbcRestored implements Restored {

    private static final String BACKUP = "select taken_at, broker_lost from restored for update";

    private static final String PLACES = "select topic, partition, next from ledger where topic <> 'before'";

    private static final String HEAR = """
            insert into told (entry_id, appeal, version, event, at)
            select distinct on (id) id::uuid, appeal, version, event::jsonb, at::timestamptz
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[]) as said (id, appeal, version, event, at)
            order by id, version desc
            on conflict (entry_id) do update
            set appeal = excluded.appeal, version = excluded.version, event = excluded.event, at = excluded.at
            where told.version < excluded.version
            """;

    private static final String IS_OWN_TOPIC = """
            select not exists (select from entry where published_version > 0)
                or exists (select from entry join told using (entry_id) where published_version > 0)
            """;

    private static final String TELL_ANEW = """
            with counted as (delete from ledger), aside as (delete from set_aside)
            update entry set version = version + 1, changed_at = due_since(version, published_version, changed_at)
            where on_list
            """;

    private static final String BEGIN_LEDGER = """
            insert into ledger (topic, partition, begun, next, first_seen)
            select 'before', 0, 0, stored, stored
            from (select (select count(*) from submission) + (select coalesce(sum(number), 0) from forgotten) as stored)
            """;

    /** Whether its owner did or a reviewer nobody knows, so who signs again waits for a reviewer. */
    private static final String END_TAKEN_OFF = """
            update submission s
            set state = 'withdrawn', review_reason = null,
                ended_at = coalesce(t.at, now()), turned_away_at = coalesce(t.at, now())
            from entry e left join told t on t.entry_id = e.entry_id
            where e.signature_id = s.signature_id and e.signatory is not null
              and (t.event is null and t.version > e.version or t.entry_id is null and e.published_version > 0)
            returning s.signature_id
            """;

    private static final String FORGET_CHANGES = """
            with forgotten as (
                update entry
                set proposed_signatory = null, proposed_released = null, proposed_display = null,
                    waits_since = null, publish_after = null
                where on_list and proposed_signatory is not null
                returning signature_id
            )
            update submission s set state = 'listed', review_reason = null
            from forgotten f where s.signature_id = f.signature_id
            """;

    private static final String FORGET_COMMENTS = """
            with gone as (
                delete from comment c using entry e left join told t on t.entry_id = e.entry_id
                where e.signature_id = c.signature_id and t.event -> 'comment' is null
                  and (c.state = 'waiting' or c.publish_after is not null
                       or c.state = 'shown' and e.on_list and e.version = t.version)
                returning c.signature_id
            )
            update entry e set signatory = e.signatory - 'comment'
            from gone where e.signature_id = gone.signature_id and e.signatory is not null
            """;

    private static final String ASK_AGAIN = """
            with unsure as (
                delete from entry e using submission s
                where s.signature_id = e.signature_id and s.state in ('awaiting-review', 'listed')
                  and e.version = 0 and e.signatory is not null
                returning e.signature_id, coalesce(e.proposed_signatory, e.signatory) as signatory
            )
            update submission s
            set state = 'pending', signatory = unsure.signatory, ended_at = null, review_reason = null
            from unsure where s.signature_id = unsure.signature_id
            returning s.signature_id, s.recipient
            """;

    private static final String REJECTED = """
            select e.signature_id from entry e join submission s on s.signature_id = e.signature_id
            where s.state = 'rejected' and e.version = 0
            """;

    private static final String PENDING = """
            select signature_id from submission where state = 'pending' and signature_id > :after
            order by signature_id limit :most
            """;

    /** Also what the list has otherwise than it is here is told once more. */
    private static final String RAISE = """
            update entry e
            set version = t.version + 1, changed_at = due_since(e.version, e.published_version, e.changed_at)
            from told t
            where t.entry_id = e.entry_id and e.version <= t.version
              and (e.version > e.published_version or e.on_list <> (t.event is not null))
            """;

    private static final String COUNT_LISTS = """
            insert into list_size (appeal, entries)
            select appeal, count(*) as entries from (
                select appeal from entry where told_on_list
                union all
                select appeal from told
                where event is not null and not exists (select from entry e where e.entry_id = told.entry_id)
            ) listed group by appeal
            """;

    private final JdbcClient jdbc;
    private final ListedStates listed;

    JdbcRestored(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.listed = new ListedStates(jdbc);
    }

    @Override
    public Optional<Backup> backup() {
        return jdbc.sql(BACKUP)
                .query((row, number) -> new Backup(
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(), row.getBoolean("broker_lost")))
                .optional();
    }

    @Override
    public List<Place> places() {
        return jdbc.sql(PLACES)
                .query((row, number) -> new Place(row.getString("topic"), row.getInt("partition"), row.getLong("next")))
                .list();
    }

    @Override
    public void hear(List<Said> part) {
        jdbc.sql(HEAR)
                .param(texts(part, said -> said.event().entryId().toString()))
                .param(texts(part, said -> said.event().appeal().value()))
                .param(part.stream().map(said -> said.event().version()).toArray(Long[]::new))
                .param(texts(part, said -> json(said.event())))
                .param(texts(part, said -> said.at().atOffset(ZoneOffset.UTC).toString()))
                .update();
    }

    @Override
    public boolean isOwnTopic() {
        return jdbc.sql(IS_OWN_TOPIC).query((row, number) -> row.getBoolean(1)).single();
    }

    @Override
    public void tellAnew() {
        jdbc.sql(TELL_ANEW).update();
        jdbc.sql(BEGIN_LEDGER).update();
    }

    @Override
    public List<SignatureId> endTakenOff() {
        return jdbc.sql(END_TAKEN_OFF).query(JdbcRestored::signature).list();
    }

    @Override
    public void followList() {
        listed.follow();
    }

    @Override
    public void forgetWaiting() {
        jdbc.sql(FORGET_CHANGES).update();
        jdbc.sql(FORGET_COMMENTS).update();
    }

    @Override
    public List<OwedMail> askAgain() {
        return jdbc.sql(ASK_AGAIN)
                .query((row, number) -> new OwedMail(
                        MailKind.CONFIRM, signature(row, number), new AddressKey(row.getString("recipient"))))
                .list();
    }

    @Override
    public List<SignatureId> rejected() {
        return jdbc.sql(REJECTED).query(JdbcRestored::signature).list();
    }

    @Override
    public List<SignatureId> pending(SignatureId after, int most) {
        return jdbc.sql(PENDING)
                .param("after", after.value())
                .param("most", most)
                .query(JdbcRestored::signature)
                .list();
    }

    @Override
    public void settled() {
        jdbc.sql(RAISE).update();
        jdbc.sql("delete from list_size").update();
        jdbc.sql(COUNT_LISTS).update();
        listed.settled();
        jdbc.sql("delete from restored").update();
    }

    @Override
    public long ownerless() {
        return jdbc.sql("select count(*) from told where event is not null")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    static SignatureId signature(ResultSet row, int number) throws SQLException {
        return new SignatureId(row.getObject("signature_id", UUID.class));
    }

    private static @Nullable String[] texts(List<Said> part, Function<Said, @Nullable String> text) {
        return part.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String json(EntryEvent event) {
        return switch (event) {
            case SignatureVerified verified -> new String(EventJson.write(verified), StandardCharsets.UTF_8);
            case EntryRemoved removed -> null;
        };
    }
}

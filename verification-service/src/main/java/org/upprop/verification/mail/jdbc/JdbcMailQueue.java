package org.upprop.verification.mail.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.MailQueue;
import org.upprop.verification.mail.TakenMail;
import org.upprop.verification.signature.Released;

/** What is sent of the table {@code mail}, and the caps in {@code recipient}. */
@Repository
class JdbcMailQueue implements MailQueue {

    /** A look at the beginning of the index for each urgency; it writes nothing, so an idle instance may ask often. */
    private static final String IS_ANY_DUE = """
            select exists (
                select from (values (0), (1), (2)) as level (urgency)
                cross join lateral (
                    select from mail m
                    where m.state = 'owed' and m.urgency = level.urgency and m.due_at <= now()
                    limit 1
                ) as due)
            """;

    /**
     * What waited for the same address to open is due at the same time, and goes in the order in which it came. The locked
     * address is what keeps two senders from taking two mails for it: whoever comes second skips it, or
     * finds it busy. It is looked up for one mail after the other, so that this is quick also when the statistics of
     * PostgreSQL are old: a peak is quicker than they are.
     */
    private static final String DUE = """
            select m.mail_id, m.recipient
            from (
                select mail_id, recipient, capped
                from mail
                where state = 'owed' and urgency = %s and due_at <= now()
                order by due_at, owed_at
                limit 500
                for update skip locked
            ) as m
            cross join lateral (
                select from recipient r
                where r.address_key = m.recipient
                  and (r.busy_until = '-infinity' or r.busy_until <= now() and :takesOver)
                  and (r.open_at <= now() or not m.capped)
                for update skip locked
            ) as free
            limit 1
            """;

    /**
     * One urgency after the other, each in the order of the index; nobody looks at the next while one has a mail. What
     * else is owed to the address is due when the lease ends, so that nobody passes over it until then. It is looked for
     * by its address: with the state it could be by the order of the queue, and so among all that is owed. What another
     * sender is just looking at stays as it is, since two who wait for what the other looks at would wait for ever.
     */
    private static final String TAKE = """
            with first as (
                select * from (%s) as first_due
            ), second as (
                select * from (%s) as second_due where not exists (select from first)
            ), third as (
                select * from (%s) as third_due
                where not exists (select from first) and not exists (select from second)
            ), due as (
                table first union all table second union all table third
            ), busy as (
                update recipient r set busy_until = now() + make_interval(secs => :lease)
                from due where r.address_key = due.recipient
            ), behind as (
                update mail m set due_at = now() + make_interval(secs => :lease)
                from (
                    select other.mail_id
                    from due join mail other on other.recipient = due.recipient
                    where other.mail_id <> due.mail_id
                      and other.ended_at is null and other.due_at <= now() + make_interval(secs => :lease)
                    for update of other skip locked
                ) as others
                where m.mail_id = others.mail_id
            ), taken as (
                update mail m
                set attempts = m.attempts + 1,
                    first_tried_at = coalesce(m.first_tried_at, now()),
                    due_at = now() + make_interval(secs => :lease)
                from due where m.mail_id = due.mail_id
                returning m.mail_id, m.kind, m.attempts, m.signature_id, m.recipient
            )
            select taken.*, s.appeal, s.locale, coalesce(e.signatory, s.signatory) as signatory, e.released,
                   s.review_reason
            from taken
            join submission s on s.signature_id = taken.signature_id
            left join entry e on e.signature_id = taken.signature_id
            """.formatted(DUE.formatted(0), DUE.formatted(1), DUE.formatted(2));

    /**
     * What its sender still has, unless another took it meanwhile. The address is locked first, as everywhere, so that a
     * sender and a decision never wait for each other.
     */
    private static final String MINE = """
            with held as (
                select address_key, busy_until from recipient where address_key = :recipient for update
            ), mine as (
                select m.mail_id, m.capped, held.address_key, held.busy_until
                from held join mail m on m.recipient = held.address_key
                where m.mail_id = :mail and m.attempts = :attempt
                for update of m
            )
            """;

    private static final String MINE_AND_FREE = MINE + """
            , free as (
                update recipient r set busy_until = '-infinity' from mine where r.address_key = mine.address_key
            ), behind as (
                update mail m set due_at = now()
                from mine
                where m.recipient = mine.address_key and m.mail_id <> mine.mail_id
                  and m.ended_at is null and m.due_at = mine.busy_until
            )
            """;

    /** Also where the lease has ended, as in an outage, as long as nobody took the mail since. */
    private static final String HOLD = MINE + """
            , busy as (
                update recipient r set busy_until = now() + make_interval(secs => :lease)
                from mine where r.address_key = mine.address_key and mine.busy_until > '-infinity'
            )
            update mail m set due_at = now() + make_interval(secs => :lease)
            from mine
            where m.recipient = mine.address_key and mine.busy_until > '-infinity' and m.ended_at is null
              and (m.mail_id = mine.mail_id or m.due_at = mine.busy_until)
            """;

    /**
     * The cap counts what left, not what was tried: at most one in 15 minutes and three in 24 hours. It left whoever has it
     * meanwhile, and once, however often that is said; but only whoever still has it makes room for the next.
     */
    private static final String SENT = """
            with held as (
                select address_key, busy_until from recipient where address_key = :recipient for update
            ), mine as (
                select m.mail_id, m.capped, m.attempts = :attempt as is_held, held.address_key, held.busy_until
                from held join mail m on m.recipient = held.address_key
                where m.mail_id = :mail and m.state <> 'sent'
                for update of m
            ), counted as (
                update recipient r
                set busy_until = case when mine.is_held then '-infinity' else r.busy_until end,
                    recent_mails = case when mine.capped
                        then array[now(), r.recent_mails[1], r.recent_mails[2]]
                        else r.recent_mails end,
                    open_at = case when mine.capped
                        then greatest(now() + interval '15 minutes', r.recent_mails[2] + interval '24 hours')
                        else r.open_at end
                from mine where r.address_key = mine.address_key
                returning r.address_key, r.open_at
            ), behind as (
                update mail m
                set due_at = case when m.capped then greatest(m.due_at, counted.open_at) else now() end
                from counted, mine
                where m.recipient = counted.address_key and m.ended_at is null and m.mail_id <> :mail
                  and (m.capped or mine.is_held and m.due_at = mine.busy_until)
            )
            update mail m set state = case m.state when 'owed' then 'sent' else m.state end, ended_at = now()
            from mine where m.mail_id = mine.mail_id
            """;

    private static final String END = MINE_AND_FREE + """
            update mail m set state = :state, ended_at = now()
            from mine where m.mail_id = mine.mail_id and m.state = 'owed'
            """;

    private static final String AGAIN = MINE_AND_FREE + """
            update mail m
            set due_at = now() + make_interval(secs => :later),
                state = case when m.first_tried_at > now() - interval '24 hours' then 'owed' else 'given-up' end,
                ended_at = case when m.first_tried_at > now() - interval '24 hours' then null else now() end
            from mine where m.mail_id = mine.mail_id and m.state = 'owed'
            returning m.state = 'given-up'
            """;

    /** The time in which a server is away is no part of the day for which a mail is tried, so that begins anew. */
    private static final String GIVE_BACK = MINE_AND_FREE + """
            update mail m set attempts = m.attempts - 1, first_tried_at = null, due_at = now()
            from mine where m.mail_id = mine.mail_id and m.state = 'owed'
            """;

    private final JdbcClient jdbc;

    JdbcMailQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isAnyDue() {
        return jdbc.sql(IS_ANY_DUE).query((row, number) -> row.getBoolean(1)).single();
    }

    @Override
    public Optional<TakenMail> take(Duration lease, boolean takesOver) {
        return jdbc.sql(TAKE)
                .param("lease", seconds(lease))
                .param("takesOver", takesOver)
                .query(JdbcMailQueue::taken)
                .optional();
    }

    @Override
    public void hold(Collection<TakenMail> mails, Duration lease) {
        mails.forEach(
                mail -> statement(HOLD, mail).param("lease", seconds(lease)).update());
    }

    @Override
    public void sent(TakenMail mail) {
        statement(SENT, mail).update();
    }

    @Override
    public void end(TakenMail mail, End end) {
        statement(END, mail).param("state", end.id()).update();
    }

    @Override
    public boolean again(TakenMail mail, Duration later) {
        return !statement(AGAIN, mail)
                .param("later", seconds(later))
                .query((row, number) -> row.getBoolean(1))
                .list()
                .contains(true);
    }

    @Override
    public void giveBack(TakenMail mail) {
        statement(GIVE_BACK, mail).update();
    }

    private JdbcClient.StatementSpec statement(String sql, TakenMail mail) {
        return jdbc.sql(sql)
                .param("mail", mail.mailId())
                .param("attempt", mail.attempt())
                .param("recipient", mail.recipient().value());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static TakenMail taken(ResultSet row, int number) throws SQLException {
        return new TakenMail(
                row.getObject("mail_id", UUID.class),
                MailKind.of(row.getString("kind")),
                row.getInt("attempts"),
                new SignatureId(row.getObject("signature_id", UUID.class)),
                new AddressKey(row.getString("recipient")),
                new AppealSlug(row.getString("appeal")),
                row.getString("locale"),
                read(row.getString("signatory"), Signatory.class),
                read(row.getString("released"), Released.class),
                row.getString("review_reason"));
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}

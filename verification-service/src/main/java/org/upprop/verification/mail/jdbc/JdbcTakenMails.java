package org.upprop.verification.mail.jdbc;

import java.time.Duration;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.mail.TakenMail;
import org.upprop.verification.mail.TakenMails;

/** What was taken of the table {@code mail}, and the caps in {@code recipient}. */
@Repository
class JdbcTakenMails implements TakenMails {

    /** The address is locked first, as everywhere, so that a sender and a decision never wait for each other. */
    private static final String HELD = """
            with held as (
                select address_key, busy_until from recipient where address_key = :recipient for update
            )
            """;

    /** What its sender still has, unless another took it meanwhile. */
    private static final String MINE = HELD + """
            , mine as (
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
    private static final String SENT = HELD + """
            , mine as (
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
    private static final String POSTPONE = MINE_AND_FREE + """
            update mail m set first_tried_at = null, due_at = now() + make_interval(secs => :later)
            from mine where m.mail_id = mine.mail_id and m.state = 'owed'
            """;

    /** The same, and it is as it was before it was taken. */
    private static final String GIVE_BACK = MINE_AND_FREE + """
            update mail m set attempts = m.attempts - 1, first_tried_at = null, due_at = now()
            from mine where m.mail_id = mine.mail_id and m.state = 'owed'
            """;

    private final JdbcClient jdbc;

    JdbcTakenMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    public void postpone(TakenMail mail, Duration later) {
        statement(POSTPONE, mail).param("later", seconds(later)).update();
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
}

package org.upprop.verification.mail.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

/** What is due of the table {@code mail}, by the caps in {@code recipient}. */
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
                .param("lease", lease.toMillis() / 1000.0)
                .param("takesOver", takesOver)
                .query(JdbcMailQueue::taken)
                .optional();
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

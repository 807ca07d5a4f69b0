package org.upprop.verification.mail.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.mail.MailBacklog;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.mail.OwedMails;

/** What is owed in the table {@code mail}; whoever changes it holds the lock on the recipients. */
@Repository
class JdbcOwedMails implements OwedMails {

    private static final String OWE = """
            insert into mail (kind, signature_id, recipient, capped, urgency, due_at)
            select owed.kind, owed.signature_id::uuid, owed.recipient, owed.capped, owed.urgency,
                   greatest(now(), r.busy_until, case when owed.capped then r.open_at end)
            from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::smallint[])
                 as owed (kind, signature_id, recipient, capped, urgency)
            join recipient r on r.address_key = owed.recipient
            on conflict (signature_id, kind) where state = 'owed' do nothing
            """;

    private static final String DROP = """
            update mail set state = 'dropped', ended_at = now()
            where state = 'owed' and signature_id = any (?::uuid[])
            """;

    private static final String DROP_CAPPED = """
            update mail set state = 'dropped', ended_at = now()
            where state = 'owed' and capped and kind <> 'links' and recipient = :recipient
              and signature_id in (
                  select signature_id from submission where recipient = :recipient and appeal = :appeal)
            """;

    /** Who was looked at and waits for another try, or for the cap of the address, is owed and not due. */
    private static final String SIZE = """
            select
                count(*) filter (where due_at <= now()) as due,
                count(*) filter (where due_at > now() and r.busy_until > now() and m.attempts > 0) as leaving,
                count(*) filter (where due_at > now() and r.busy_until <= now() and m.attempts > 0) as failed,
                count(*) filter (where due_at > now() and m.attempts = 0) as capped,
                coalesce(extract(epoch from now() - min(owed_at)), 0) as age
            from mail m join recipient r on r.address_key = m.recipient
            where state = 'owed'
            """;

    /** A mail that waited a minute is as good a measure as one that waited a day, and costs less to count. */
    private static final String BACKLOG = """
            with waits as (
                select count(*) as mails, greatest(min(due_at), now() - interval '1 minute') as since
                from mail
                where state = 'owed' and due_at <= now()
            )
            select
                mails,
                case when mails = 0 then 0 else extract(epoch from now() - since) end as longest,
                (select count(*) from mail where state = 'sent' and ended_at >= waits.since) as sent,
                extract(epoch from now() - (select max(ended_at) from mail where state = 'sent')) as last_sent
            from waits
            """;

    private final JdbcClient jdbc;

    JdbcOwedMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void owe(Collection<OwedMail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        jdbc.sql(OWE)
                .param(texts(mails, mail -> mail.kind().id()))
                .param(texts(mails, mail -> mail.signature().toString()))
                .param(texts(mails, mail -> mail.recipient().value()))
                .param(mails.stream().map(mail -> mail.kind().isCapped()).toArray(Boolean[]::new))
                .param(mails.stream().map(mail -> mail.kind().urgency()).toArray(Integer[]::new))
                .update();
    }

    @Override
    public int drop(Collection<SignatureId> signatures) {
        return jdbc.sql(DROP)
                .param(signatures.stream().map(SignatureId::toString).toArray(String[]::new))
                .update();
    }

    @Override
    public void dropCapped(AppealSlug appeal, AddressKey recipient) {
        jdbc.sql(DROP_CAPPED)
                .param("appeal", appeal.value())
                .param("recipient", recipient.value())
                .update();
    }

    @Override
    public Size size() {
        return jdbc.sql(SIZE)
                .query((row, number) -> new Size(
                        row.getLong("due"),
                        row.getLong("leaving"),
                        row.getLong("failed"),
                        row.getLong("capped"),
                        seconds(row.getDouble("age"))))
                .single();
    }

    @Override
    public MailBacklog backlog() {
        return jdbc.sql(BACKLOG)
                .query((row, number) -> new MailBacklog(
                        row.getLong("mails"),
                        seconds(row.getDouble("longest")),
                        row.getLong("sent"),
                        row.getObject("last_sent") == null ? null : seconds(row.getDouble("last_sent"))))
                .single();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private static String[] texts(Collection<OwedMail> mails, Function<OwedMail, String> text) {
        return mails.stream().map(text).toArray(String[]::new);
    }
}

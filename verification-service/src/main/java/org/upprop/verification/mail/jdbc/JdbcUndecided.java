package org.upprop.verification.mail.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.mail.Undecided;

/** Reads {@code mail}, {@code submission} and {@code link} together. */
@Repository
class JdbcUndecided implements Undecided {

    /** Who said "not mine" gets nothing more for 30 days, whatever else of the address is undecided. */
    private static final String SCOPE = """
            s.state = 'pending' and s.appeal = any (:appeals)
              and (cardinality(:recipients::text[]) = 0 or s.recipient = any (:recipients::text[]))
              and not exists (
                  select from submission later
                  where later.appeal = s.appeal and later.fingerprint = s.fingerprint and later.state = 'pending'
                    and (later.received_at, later.signature_id) > (s.received_at, s.signature_id))
              and not exists (
                  select from submission same join mail reminded on reminded.signature_id = same.signature_id
                  where same.appeal = s.appeal and same.fingerprint = s.fingerprint and same.state = 'pending'
                    and reminded.kind = any (:kinds))
              and not exists (
                  select from submission disowned
                  where disowned.recipient = s.recipient and disowned.appeal = s.appeal
                    and disowned.state = 'not-mine' and disowned.lifted_at is null
                    and disowned.ended_at > now() - interval '30 days')
            """;

    /** Mails of the last days alone, by their index: an instance that was away for longer reminds later, at the end. */
    private static final String AFTER = """
            select s.signature_id, s.recipient
            from mail m
            join submission s on s.signature_id = m.signature_id
            where m.kind = 'confirm' and m.state = 'sent'
              and m.ended_at between now() - make_interval(secs => :after) - interval '3 days'
                  and now() - make_interval(secs => :after)
              and exists (
                  select from link l
                  where l.signature_id = s.signature_id
                    and l.decides_until > now() + make_interval(secs => :beforeEnd))
              and %s
            limit :limit
            """.formatted(SCOPE);

    private static final String BEFORE_END = """
            select s.signature_id, s.recipient
            from (
                select distinct l.signature_id from link l
                where l.decides_until between now() and now() + make_interval(secs => :beforeEnd)
            ) ending
            join submission s on s.signature_id = ending.signature_id
            where not exists (
                  select from link l
                  where l.signature_id = s.signature_id
                    and l.decides_until > now() + make_interval(secs => :beforeEnd))
              and not exists (
                  select from mail m
                  where m.signature_id = s.signature_id
                    and (m.state = 'owed' or m.ended_at > now() - make_interval(secs => :beforeEnd)))
              and %s
            limit :limit
            """.formatted(SCOPE);

    private final JdbcClient jdbc;

    JdbcUndecided(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OwedMail> after(Duration after, Duration beforeEnd, Scope scope) {
        return owed(
                MailKind.REMINDER,
                jdbc.sql(AFTER)
                        .param("after", after.toSeconds())
                        .param("beforeEnd", beforeEnd.toSeconds())
                        .param("kinds", ids(MailKind.REMINDER, MailKind.LAST_REMINDER)),
                scope);
    }

    @Override
    public List<OwedMail> beforeEnd(Duration beforeEnd, Scope scope) {
        return owed(
                MailKind.LAST_REMINDER,
                jdbc.sql(BEFORE_END)
                        .param("beforeEnd", beforeEnd.toSeconds())
                        .param("kinds", ids(MailKind.LAST_REMINDER)),
                scope);
    }

    private static List<OwedMail> owed(MailKind kind, JdbcClient.StatementSpec statement, Scope scope) {
        return statement
                .param(
                        "appeals",
                        scope.appeals().stream().map(AppealSlug::value).toArray(String[]::new))
                .param(
                        "recipients",
                        scope.recipients().stream().map(AddressKey::value).toArray(String[]::new))
                .param("limit", scope.limit())
                .query((row, number) -> new OwedMail(
                        kind,
                        new SignatureId(row.getObject("signature_id", UUID.class)),
                        new AddressKey(row.getString("recipient"))))
                .list();
    }

    private static String[] ids(MailKind... kinds) {
        return List.of(kinds).stream().map(MailKind::id).toArray(String[]::new);
    }
}

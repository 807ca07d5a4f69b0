package org.upprop.verification.recovery.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.recovery.LinkRequest;
import org.upprop.verification.recovery.LinkRequests;

/** The table {@code link_request}, and which mails are due to an address. */
@Repository
class JdbcLinkRequests implements LinkRequests {

    /** An update where one is noted already, so that a second one costs what the first did. */
    private static final String NOTE = """
            insert into link_request (appeal, recipient) values (:appeal, :recipient)
            on conflict (appeal, recipient) do update set asked_at = now()
            """;

    private static final String ARE_THERE = "select exists (select from link_request)";

    private static final String TAKE = """
            delete from link_request where (appeal, recipient) = (
                select appeal, recipient from link_request order by asked_at limit 1 for update skip locked)
            returning appeal, recipient
            """;

    /**
     * Whoever asks may be anybody: of what was sent after "not mine" nothing was kept, so asking can bring back but what
     * waited then, and each of that once.
     */
    private static final String MAILS = """
            select its.signature_id, case when its.leads then 'links' else 'confirm' end as kind
            from (
                select distinct on (s.fingerprint) s.signature_id, e.signature_id is not null or l.decides as leads
                from submission s
                left join entry e on e.signature_id = s.signature_id and e.signatory is not null
                cross join lateral (
                    select exists (
                        select from link where signature_id = s.signature_id and decides_until > now()) as decides) l
                where s.recipient = :recipient and s.appeal = :appeal
                  and (e.signature_id is not null
                       or s.state = 'pending' and (l.decides or exists (
                           select from mail m
                           where m.signature_id = s.signature_id and m.kind = 'confirm' and m.state = 'dropped')))
                order by s.fingerprint, e.fingerprint is null, l.decides desc, s.received_at desc
            ) its
            where not exists (
                select from mail m where m.signature_id = its.signature_id and m.state = 'owed')
            """;

    private final JdbcClient jdbc;

    JdbcLinkRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(LinkRequest request) {
        statement(NOTE, request).update();
    }

    @Override
    public boolean areThere() {
        return jdbc.sql(ARE_THERE).query((row, number) -> row.getBoolean(1)).single();
    }

    @Override
    public Optional<LinkRequest> take() {
        return jdbc.sql(TAKE)
                .query((row, number) -> new LinkRequest(
                        new AppealSlug(row.getString("appeal")), new AddressKey(row.getString("recipient"))))
                .optional();
    }

    @Override
    public List<OwedMail> mails(LinkRequest request) {
        return statement(MAILS, request)
                .query((row, number) -> new OwedMail(
                        MailKind.of(row.getString("kind")),
                        new SignatureId(row.getObject("signature_id", UUID.class)),
                        request.recipient()))
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, LinkRequest request) {
        return jdbc.sql(sql)
                .param("appeal", request.appeal().value())
                .param("recipient", request.recipient().value());
    }
}

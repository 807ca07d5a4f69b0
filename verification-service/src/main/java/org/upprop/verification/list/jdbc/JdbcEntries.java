package org.upprop.verification.list.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.event.EventJson;
import org.upprop.signature.EntryId;
import org.upprop.signature.SignatureId;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.NewEntry;
import org.upprop.verification.signature.DomainEvidence;

/** The table {@code entry}. */
@Repository
class JdbcEntries implements Entries {

    private static final String OPEN = """
            insert into entry (entry_id, signature_id, appeal, fingerprint, appeal_version, kind, display, evidence,
                               domain, locale, source, signatory, released, on_list, waits_since, listed_at, version)
            values (:entry, :signature, :appeal, :fingerprint, :appealVersion, :kind, :display, :evidence,
                    :domain, :locale, :source, :signatory::jsonb, :released::jsonb, :listed,
                    case when not :listed then now() end, case when :listed then now() end,
                    case when :listed then 1 else 0 end)
            """;

    /** A name that comes back stands where it stood. */
    private static final String LIST = """
            update entry
            set on_list = true, waits_since = null, listed_at = coalesce(listed_at, now()),
                version = version + 1, changed_at = now()
            where signature_id = :signature and not on_list and signatory is not null
            """;

    private static final String TAKE_OFF = """
            update entry
            set on_list = false, waits_since = null,
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = version + 1, changed_at = now()
            where signature_id = :signature and on_list
            """;

    private static final String CHANGE = """
            update entry
            set signatory = :signatory::jsonb, released = :released::jsonb, display = :display,
                waits_since = case when not on_list and waits_since is not null then now() end,
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = case when on_list then version + 1 else version end,
                changed_at = now()
            where signature_id = :signature and signatory is not null
            """;

    private static final String PROPOSE = """
            update entry
            set proposed_signatory = :signatory::jsonb, proposed_released = :released::jsonb,
                proposed_display = :display, waits_since = now()
            where signature_id = :signature and on_list
            """;

    private static final String ADOPT = """
            update entry
            set signatory = proposed_signatory, released = proposed_released, display = proposed_display,
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                waits_since = null, version = version + 1, changed_at = now()
            where signature_id = :signature and proposed_signatory is not null
            """;

    private static final String DISMISS = """
            update entry
            set proposed_signatory = null, proposed_released = null, proposed_display = null, waits_since = null
            where signature_id = :signature
            """;

    private static final String SHELVE = """
            update entry set fingerprint = null, waits_since = null
            where signature_id = :signature and not on_list
            """;

    /** What waits then is what its owner wants it to be. */
    private static final String REOPEN = """
            update entry e
            set fingerprint = s.fingerprint, on_list = false, waits_since = now(),
                signatory = coalesce(e.proposed_signatory, e.signatory),
                released = coalesce(e.proposed_released, e.released),
                display = coalesce(e.proposed_display, e.display),
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = case when e.on_list then e.version + 1 else e.version end, changed_at = now()
            from submission s
            where e.signature_id = :signature and s.signature_id = e.signature_id and e.signatory is not null
              and not exists (
                  select from entry other
                  where other.appeal = s.appeal and other.fingerprint = s.fingerprint
                    and other.signature_id <> e.signature_id)
            """;

    private static final String REMOVE = """
            update entry
            set signatory = null, released = null, display = null, fingerprint = null, domain = null, on_list = false,
                waits_since = null, proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = version + 1, changed_at = now()
            where signature_id = any (?::uuid[]) and signatory is not null and version > 0
            """;

    /** Of what never was on the list there is nothing to tell. */
    private static final String REMOVE_UNLISTED =
            "delete from entry where signature_id = any (?::uuid[]) and version = 0";

    /** A reviewer's reason may speak of whoever signed, and so may the words of who reported it. */
    private static final String FORGET_WORDS = """
            with told as (
                update submission set review_reason = null
                where signature_id = any (:signatures) and review_reason is not null
            ), reported as (
                update report set comments = '{}'
                where entry_id in (select entry_id from entry where signature_id = any (:signatures))
                  and comments <> '{}'
            ), commented as (
                delete from comment where signature_id = any (:signatures)
            )
            update review_action set reason = null where signature_id = any (:signatures) and reason is not null
            """;

    private static final String TURNED_AWAY = """
            select e.signature_id from entry e
            join submission s on s.signature_id = e.signature_id
            where e.signatory is not null
              and (s.state = 'rejected' and s.ended_at < now() - interval '7 days'
                   or s.state = 'invalidated' and s.ended_at < now() - interval '30 days')
            limit :most for update of e, s skip locked
            """;

    private final JdbcClient jdbc;

    JdbcEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(NewEntry entry) {
        jdbc.sql(OPEN)
                .param("entry", EntryId.random().value())
                .param("signature", entry.signature().value())
                .param("appeal", entry.appeal().value())
                .param("fingerprint", entry.fingerprint().value())
                .param("appealVersion", entry.appealVersion())
                .param("kind", id(entry.signatory().kind()))
                .param("display", entry.display().id())
                .param("evidence", DomainEvidence.speaksFor(entry.signatory()))
                .param("domain", DomainEvidence.domainOf(entry.signatory()).orElse(null))
                .param("locale", entry.locale())
                .param("source", entry.source())
                .param("signatory", json(entry.signatory()))
                .param("released", json(entry.released()))
                .param("listed", entry.listed())
                .update();
    }

    @Override
    public boolean list(SignatureId signature) {
        return update(LIST, signature) == 1;
    }

    @Override
    public void takeOff(SignatureId signature) {
        update(TAKE_OFF, signature);
    }

    @Override
    public void change(SignatureId signature, Content content) {
        update(CHANGE, signature, content);
    }

    @Override
    public void propose(SignatureId signature, Content content) {
        update(PROPOSE, signature, content);
    }

    @Override
    public void adopt(SignatureId signature) {
        update(ADOPT, signature);
    }

    @Override
    public void dismiss(SignatureId signature) {
        update(DISMISS, signature);
    }

    @Override
    public void shelve(SignatureId signature) {
        update(SHELVE, signature);
    }

    @Override
    public boolean reopen(SignatureId signature) {
        return update(REOPEN, signature) == 1;
    }

    @Override
    public void remove(SignatureId signature) {
        remove(List.of(signature));
    }

    @Override
    @Transactional
    public int removeTurnedAway(int most) {
        List<SignatureId> turnedAway = jdbc.sql(TURNED_AWAY)
                .param("most", most)
                .query((row, number) -> new SignatureId(row.getObject("signature_id", UUID.class)))
                .list();
        remove(turnedAway);
        return turnedAway.size();
    }

    private void remove(List<SignatureId> signatures) {
        String[] ids = signatures.stream().map(SignatureId::toString).toArray(String[]::new);
        jdbc.sql(REMOVE).param(ids).update();
        jdbc.sql(REMOVE_UNLISTED).param(ids).update();
        jdbc.sql(FORGET_WORDS)
                .param("signatures", signatures.stream().map(SignatureId::value).toArray(UUID[]::new))
                .update();
    }

    private int update(String sql, SignatureId signature) {
        return jdbc.sql(sql).param("signature", signature.value()).update();
    }

    private void update(String sql, SignatureId signature, Content content) {
        jdbc.sql(sql)
                .param("signature", signature.value())
                .param("signatory", json(content.signatory()))
                .param("released", json(content.released()))
                .param("display", content.display().id())
                .update();
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }
}

package org.upprop.verification.list.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.event.EventJson;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.EntryIds;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.NewEntry;
import org.upprop.verification.list.RelayProperties;
import org.upprop.verification.signature.DomainEvidence;

/** The table {@code entry}. */
@Repository
class JdbcEntries implements Entries {

    private static final String OPEN = """
            insert into entry (entry_id, signature_id, appeal, fingerprint, appeal_version, kind, display, evidence,
                               domain, locale, source, signatory, released, waits_since, changed_at)
            values (:entry, :signature, :appeal, :fingerprint, :appealVersion, :kind, :display, :evidence,
                    :domain, :locale, :source, :signatory::jsonb, :released::jsonb, now(), now())
            """;

    /** A name that comes back stands where it stood. */
    private static final String LIST = """
            update entry
            set on_list = true, waits_since = null, publish_after = null, listed_at = coalesce(listed_at, now()),
                version = version + 1, changed_at = due_since(version, published_version, changed_at)
            where signature_id = :signature and not on_list and signatory is not null
            """;

    private static final String LIST_LATER = """
            update entry set waits_since = null, publish_after = held_until(:hold)
            where signature_id = :signature and not on_list and signatory is not null
            """;

    /** What waited for its time only is what it would be if it came back. */
    private static final String TAKE_OFF = """
            update entry
            set on_list = false,
                signatory = case when waits_since is null then coalesce(proposed_signatory, signatory) else signatory end,
                released = case when waits_since is null then coalesce(proposed_released, released) else released end,
                display = case when waits_since is null then coalesce(proposed_display, display) else display end,
                waits_since = null, publish_after = null,
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = case when on_list then version + 1 else version end,
                changed_at = due_since(version, published_version, changed_at)
            where signature_id = :signature and (on_list or publish_after is not null)
            """;

    private static final String CHANGE = """
            update entry
            set signatory = :signatory::jsonb, released = :released::jsonb, display = :display,
                waits_since = case when not on_list and waits_since is not null then now() end,
                publish_after = case when not on_list then publish_after end,
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = case when on_list then version + 1 else version end,
                changed_at = due_since(version, published_version, changed_at)
            where signature_id = :signature and signatory is not null
            """;

    private static final String CHANGE_LATER = """
            update entry
            set proposed_signatory = :signatory::jsonb, proposed_released = :released::jsonb,
                proposed_display = :display, waits_since = null, publish_after = held_until(:hold)
            where signature_id = :signature and on_list
            """;

    private static final String PROPOSE = """
            update entry
            set proposed_signatory = :signatory::jsonb, proposed_released = :released::jsonb,
                proposed_display = :display, waits_since = now(),
                publish_after = case when not on_list then publish_after end
            where signature_id = :signature and (on_list or publish_after is not null)
            """;

    private static final String ADOPT = """
            update entry
            set signatory = proposed_signatory, released = proposed_released, display = proposed_display,
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                waits_since = null, publish_after = case when not on_list then publish_after end,
                version = case when on_list then version + 1 else version end,
                changed_at = due_since(version, published_version, changed_at)
            where signature_id = :signature and proposed_signatory is not null
            """;

    private static final String ADOPT_LATER = """
            update entry set waits_since = null, publish_after = held_until(:hold)
            where signature_id = :signature and proposed_signatory is not null and on_list
            """;

    private static final String DISMISS = """
            update entry
            set proposed_signatory = null, proposed_released = null, proposed_display = null, waits_since = null
            where signature_id = :signature
            """;

    private static final String SHELVE = """
            update entry set fingerprint = null, waits_since = null, publish_after = null
            where signature_id = :signature and not on_list
            """;

    /** What waits then is what its owner wants it to be. */
    private static final String REOPEN = """
            update entry e
            set fingerprint = s.fingerprint, on_list = false, waits_since = now(), publish_after = null,
                signatory = coalesce(e.proposed_signatory, e.signatory),
                released = coalesce(e.proposed_released, e.released),
                display = coalesce(e.proposed_display, e.display),
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = case when e.on_list then e.version + 1 else e.version end,
                changed_at = due_since(e.version, e.published_version, e.changed_at)
            from submission s
            where e.signature_id = :signature and s.signature_id = e.signature_id and e.signatory is not null
              and not exists (
                  select from entry other
                  where other.appeal = s.appeal and other.fingerprint = s.fingerprint
                    and other.signature_id <> e.signature_id)
            """;

    private final JdbcClient jdbc;
    private final EntryIds ids;
    private final RelayProperties relay;
    private final EntryRemoval removal;

    JdbcEntries(JdbcClient jdbc, EntryIds ids, RelayProperties relay) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.relay = relay;
        this.removal = new EntryRemoval(jdbc);
    }

    @Override
    public void open(NewEntry entry) {
        jdbc.sql(OPEN)
                .param("entry", ids.of(entry.signature()).value())
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
                .update();
    }

    @Override
    public boolean list(SignatureId signature, boolean held) {
        return (held ? later(LIST_LATER, signature).update() : update(LIST, signature)) == 1;
    }

    @Override
    public void takeOff(SignatureId signature) {
        update(TAKE_OFF, signature);
    }

    @Override
    public void change(SignatureId signature, Content content) {
        with(content, jdbc.sql(CHANGE), signature).update();
    }

    @Override
    public void changeLater(SignatureId signature, Content content) {
        if (with(content, later(CHANGE_LATER, signature), signature).update() == 0) {
            change(signature, content);
        }
    }

    @Override
    public void propose(SignatureId signature, Content content) {
        with(content, jdbc.sql(PROPOSE), signature).update();
    }

    @Override
    public void adopt(SignatureId signature, boolean held) {
        if (!held || later(ADOPT_LATER, signature).update() == 0) {
            update(ADOPT, signature);
        }
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
        removal.remove(List.of(signature));
    }

    @Override
    @Transactional
    public int removeTurnedAway(int most) {
        return removal.removeTurnedAway(most);
    }

    private int update(String sql, SignatureId signature) {
        return jdbc.sql(sql).param("signature", signature.value()).update();
    }

    private StatementSpec later(String sql, SignatureId signature) {
        return jdbc.sql(sql)
                .param("signature", signature.value())
                .param("hold", relay.hold().toMillis() / 1_000.0);
    }

    private static StatementSpec with(Content content, StatementSpec statement, SignatureId signature) {
        return statement
                .param("signature", signature.value())
                .param("signatory", json(content.signatory()))
                .param("released", json(content.released()))
                .param("display", content.display().id());
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }
}

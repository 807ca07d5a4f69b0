package org.upprop.verification.list.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryId;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureVerified;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.NewEntry;
import org.upprop.verification.list.Outbox;
import org.upprop.verification.signature.Released;

/** The table {@code entry}. */
@Repository
class JdbcEntries implements Entries, Outbox {

    private static final String OPEN = """
            insert into entry (entry_id, signature_id, appeal, fingerprint, appeal_version, kind, display, evidence,
                               locale, source, signatory, released, listed_at, version)
            values (:entry, :signature, :appeal, :fingerprint, :appealVersion, :kind, :display, :evidence,
                    :locale, :source, :signatory::jsonb, :released::jsonb, case when :listed then now() end,
                    case when :listed then 1 else 0 end)
            """;

    private static final String LIST = """
            update entry set listed_at = now(), version = 1, changed_at = now()
            where signature_id = :signature and version = 0
            """;

    private static final String REMOVE = """
            update entry
            set signatory = null, released = null, display = null, fingerprint = null,
                version = version + 1, changed_at = now()
            where signature_id = :signature and signatory is not null and version > 0
            """;

    /** Of what never was on the list there is nothing to tell. */
    private static final String REMOVE_UNLISTED = "delete from entry where signature_id = :signature and version = 0";

    private static final String AHEAD = """
            select entry_id, appeal, appeal_version, kind, display, locale, source, released, listed_at, version,
                   changed_at
            from entry where version > published_version
            order by changed_at limit :limit
            """;

    private static final String TOLD = """
            update entry e set published_version = greatest(e.published_version, told.version)
            from unnest(?::text[], ?::bigint[]) as told (entry_id, version)
            where e.entry_id = told.entry_id::uuid
            """;

    private static final String FORGET = """
            delete from entry
            where entry_id = any (?::uuid[]) and signatory is null and published_version = version
            """;

    private static final String SIZE = "select count(*) from entry where version > published_version";

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
                .param("display", id(entry.display()))
                .param("evidence", entry.evidence())
                .param("locale", entry.locale())
                .param("source", entry.source())
                .param("signatory", json(entry.signatory()))
                .param("released", json(entry.released()))
                .param("listed", entry.listed())
                .update();
    }

    @Override
    public void list(SignatureId signature) {
        jdbc.sql(LIST).param("signature", signature.value()).update();
    }

    @Override
    public void remove(SignatureId signature) {
        jdbc.sql(REMOVE).param("signature", signature.value()).update();
        jdbc.sql(REMOVE_UNLISTED).param("signature", signature.value()).update();
    }

    @Override
    public List<Change> ahead(int limit) {
        return jdbc.sql(AHEAD).param("limit", limit).query(JdbcEntries::change).list();
    }

    @Override
    @Transactional
    public void told(List<Change> changes) {
        String[] ids = changes.stream()
                .map(change -> change.event().entryId().toString())
                .toArray(String[]::new);
        Long[] versions =
                changes.stream().map(change -> change.event().version()).toArray(Long[]::new);
        jdbc.sql(TOLD).param(ids).param(versions).update();
        jdbc.sql(FORGET).param(ids).update();
    }

    @Override
    public long size() {
        return jdbc.sql(SIZE).query((row, number) -> row.getLong(1)).single();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        EntryId entry = new EntryId(row.getObject("entry_id", UUID.class));
        AppealSlug appeal = new AppealSlug(row.getString("appeal"));
        long version = row.getLong("version");
        String released = row.getString("released");
        EntryEvent event = released == null
                ? new EntryRemoved(entry, appeal, version)
                : verified(row, entry, appeal, version, read(released));
        return new Change(
                event, row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static SignatureVerified verified(
            ResultSet row, EntryId entry, AppealSlug appeal, long version, Released released) throws SQLException {
        return new SignatureVerified(
                entry,
                appeal,
                version,
                SignatoryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Display.valueOf(row.getString("display").toUpperCase(Locale.ROOT)),
                released.name(),
                released.role(),
                released.affiliation(),
                released.city(),
                released.country(),
                released.website(),
                released.organisationType(),
                released.parent(),
                null,
                row.getObject("listed_at", OffsetDateTime.class).toInstant(),
                row.getInt("appeal_version"),
                row.getString("locale"),
                row.getString("source"));
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }

    private static Released read(String json) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), Released.class);
    }
}

package org.upprop.verification.list.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryId;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureVerified;
import org.upprop.verification.list.Outbox;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Released;

/** What the table {@code entry} is ahead of the list. */
@Repository
class JdbcOutbox implements Outbox {

    /** A comment belongs to a name or to initials: without them it is not shown, whatever reviewers say of it. */
    private static final String AHEAD = """
            select e.entry_id, e.appeal, e.appeal_version, e.kind, e.display, e.locale, e.source, e.released, e.on_list,
                   e.listed_at, e.version, e.changed_at, s.trace,
                   case when c.state = 'shown' and c.publish_after is null and e.display <> 'hidden'
                        then e.signatory ->> 'comment' end as comment
            from entry e
            join submission s on s.signature_id = e.signature_id
            left join comment c on c.signature_id = e.signature_id
            where e.version > e.published_version
            order by e.published_version = 0, e.changed_at, e.entry_id limit :limit
            """;

    /** A relay that was paused may come with less than the list was told since. */
    private static final String TOLD = """
            with marked as (
                update entry e set published_version = told.version, told_on_list = told.on_list
                from unnest(?::text[], ?::bigint[], ?::boolean[]) as told (entry_id, version, on_list)
                where e.entry_id = told.entry_id::uuid and e.published_version < told.version
                returning e.appeal, new.told_on_list::int - old.told_on_list::int as more
            )
            insert into list_size (appeal, entries)
            select appeal, sum(more) from marked group by appeal having sum(more) <> 0 order by appeal
            on conflict (appeal) do update set entries = list_size.entries + excluded.entries
            """;

    private static final String FORGET = """
            delete from entry
            where entry_id = any (?::uuid[]) and signatory is null and published_version = version
            """;

    private static final String SIZE = "select count(*) from entry where version > published_version";

    private static final String LAG = """
            select coalesce(extract(epoch from now() - min(changed_at)), 0) from entry where version > published_version
            """;

    private final JdbcClient jdbc;

    JdbcOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Change> ahead(int limit) {
        return jdbc.sql(AHEAD).param("limit", limit).query(JdbcOutbox::change).list();
    }

    @Override
    @Transactional
    public void told(List<Change> changes) {
        String[] ids = changes.stream()
                .map(change -> change.event().entryId().toString())
                .toArray(String[]::new);
        Long[] versions =
                changes.stream().map(change -> change.event().version()).toArray(Long[]::new);
        Boolean[] onList = changes.stream()
                .map(change -> change.event() instanceof SignatureVerified)
                .toArray(Boolean[]::new);
        jdbc.sql(TOLD).param(ids).param(versions).param(onList).update();
        jdbc.sql(FORGET).param(ids).update();
    }

    @Override
    public long size() {
        return jdbc.sql(SIZE).query((row, number) -> row.getLong(1)).single();
    }

    @Override
    public Duration lag() {
        return jdbc.sql(LAG)
                .query((row, number) -> Duration.ofSeconds(row.getLong(1)))
                .single();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        EntryId entry = new EntryId(row.getObject("entry_id", UUID.class));
        AppealSlug appeal = new AppealSlug(row.getString("appeal"));
        long version = row.getLong("version");
        EntryEvent event = row.getBoolean("on_list")
                ? verified(row, entry, appeal, version, read(row.getString("released")))
                : new EntryRemoved(entry, appeal, version);
        return new Change(
                event, row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getString("trace"));
    }

    private static SignatureVerified verified(
            ResultSet row, EntryId entry, AppealSlug appeal, long version, Released released) throws SQLException {
        return new SignatureVerified(
                entry,
                appeal,
                version,
                SignatoryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                ChosenDisplay.of(row.getString("display")).orElseThrow().display(),
                released.name(),
                released.role(),
                released.affiliation(),
                released.city(),
                released.country(),
                released.website(),
                released.organisationType(),
                released.parent(),
                row.getString("comment"),
                row.getObject("listed_at", OffsetDateTime.class).toInstant(),
                row.getInt("appeal_version"),
                row.getString("locale"),
                row.getString("source"));
    }

    private static Released read(String json) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), Released.class);
    }
}

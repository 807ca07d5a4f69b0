package org.upprop.publication.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.EntryChange.Standing;
import org.upprop.signature.Country;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureVerified;

/** Writes entries. The higher version stands, in whatever order and however often the events arrive. */
@Repository
class Entries {

    // Sorted, so that two batches that meet in some entries wait for each other and never crosswise.
    private static final String WRITE = """
            insert into entry (
                entry_id, appeal, version, kind, display, name, role, affiliation, city, country, website,
                organisation_type, parent, comment, listed_at, appeal_version, locale, source, words, paired)
            select *, event.words
            from unnest(
                :entryId::uuid[], :appeal::text[], :version::bigint[], :kind::text[], :display::text[], :name::text[],
                :role::text[], :affiliation::text[], :city::text[], :country::text[], :website::text[],
                :organisationType::text[], :parent::text[], :comment::text[], :listedAt::timestamptz[],
                :appealVersion::int[], :locale::text[], :source::text[], :words::text[]) as event (
                    entry_id, appeal, version, kind, display, name, role, affiliation, city, country, website,
                    organisation_type, parent, comment, listed_at, appeal_version, locale, source, words)
            order by event.entry_id
            on conflict (entry_id) do update set (
                appeal, version, kind, display, name, role, affiliation, city, country, website,
                organisation_type, parent, comment, listed_at, appeal_version, locale, source, words,
                paired)
            = (
                excluded.appeal, excluded.version, excluded.kind, excluded.display, excluded.name, excluded.role,
                excluded.affiliation, excluded.city, excluded.country, excluded.website, excluded.organisation_type,
                excluded.parent, excluded.comment, excluded.listed_at, excluded.appeal_version, excluded.locale,
                excluded.source, excluded.words, excluded.paired)
            where entry.version < excluded.version
            returning
                old.appeal as old_appeal, old.kind as old_kind, old.display as old_display,
                old.country as old_country, old.source as old_source, old.locale as old_locale,
                old.listed_at as old_listed_at,
                old.words as old_words, old.paired is not null as old_paired, new.words as new_words, new.entry_id,
                new.appeal as new_appeal, new.kind as new_kind, new.display as new_display,
                new.country as new_country, new.source as new_source, new.locale as new_locale,
                new.listed_at as new_listed_at
            """;

    private final JdbcClient jdbc;
    private final EntryWords words;
    private final EntryPairs pairs;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.words = new EntryWords(jdbc);
        this.pairs = new EntryPairs(jdbc);
    }

    /**
     * Writes what the entries have become.
     *
     * @param events at most one for each entry
     * @return what changed; an event that came too late changes nothing
     */
    List<EntryChange> write(Collection<EntryEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        List<Written> written = rows(events);
        words.forget(
                written.stream().map(Written::oldWords).filter(Objects::nonNull).toList());
        words.learn(written.stream().map(Written::entryId).toList());
        pairs.forget(written.stream()
                .filter(Written::oldPaired)
                .map(Written::entryId)
                .toList());
        pairs.learn(written.stream()
                .map(entry -> new EntryPairs.Named(entry.entryId(), entry.newWords()))
                .toList());
        return written.stream().map(Written::change).toList();
    }

    private List<Written> rows(Collection<EntryEvent> events) {
        return jdbc.sql(WRITE)
                .param("entryId", texts(events, event -> event.entryId().toString()))
                .param("appeal", texts(events, event -> event.appeal().value()))
                .param("version", texts(events, event -> Long.toString(event.version())))
                .param("kind", released(events, entry -> entry.kind().name()))
                .param("display", released(events, entry -> entry.display().name()))
                .param("name", released(events, SignatureVerified::name))
                .param("role", released(events, SignatureVerified::role))
                .param("affiliation", released(events, SignatureVerified::affiliation))
                .param("city", released(events, SignatureVerified::city))
                .param("country", released(events, entry -> codeOf(entry.country())))
                .param("website", released(events, SignatureVerified::website))
                .param("organisationType", released(events, entry -> nameOf(entry.organisationType())))
                .param("parent", released(events, SignatureVerified::parent))
                .param("comment", released(events, SignatureVerified::comment))
                .param("listedAt", released(events, entry -> entry.listedAt().toString()))
                .param("appealVersion", released(events, entry -> Integer.toString(entry.appealVersion())))
                .param("locale", released(events, SignatureVerified::locale))
                .param("source", released(events, SignatureVerified::source))
                .param("words", released(events, entry -> entry.name() == null ? null : EntryWords.of(entry.name())))
                .query((row, number) -> new Written(
                        row.getObject("entry_id", UUID.class),
                        oldWords(row),
                        row.getBoolean("old_paired"),
                        row.getString("new_words"),
                        new EntryChange(standing(row, "old_"), standing(row, "new_"))))
                .list();
    }

    private static EntryWords.@Nullable Old oldWords(ResultSet row) throws SQLException {
        String words = row.getString("old_words");
        return words == null
                ? null
                : new EntryWords.Old(
                        row.getString("old_appeal"),
                        row.getString("old_kind"),
                        row.getObject("entry_id", UUID.class),
                        words);
    }

    private static @Nullable Standing standing(ResultSet row, String prefix) throws SQLException {
        String kind = row.getString(prefix + "kind");
        return kind == null
                ? null
                : new Standing(
                        new AppealSlug(row.getString(prefix + "appeal")),
                        SignatoryKind.valueOf(kind),
                        Display.valueOf(row.getString(prefix + "display")),
                        row.getString(prefix + "country"),
                        row.getString(prefix + "source"),
                        row.getString(prefix + "locale"),
                        row.getObject(prefix + "listed_at", OffsetDateTime.class)
                                .toInstant());
    }

    /** One column of what was released; an entry that was removed has nothing in it. */
    private static @Nullable String[] released(
            Collection<EntryEvent> events, Function<SignatureVerified, @Nullable String> column) {
        return texts(events, event -> switch (event) {
            case SignatureVerified verified -> column.apply(verified);
            case EntryRemoved removed -> null;
        });
    }

    private static @Nullable String[] texts(
            Collection<EntryEvent> events, Function<EntryEvent, @Nullable String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String codeOf(@Nullable Country country) {
        return country == null ? null : country.code();
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private record Written(
            UUID entryId,
            EntryWords.@Nullable Old oldWords,
            boolean oldPaired,
            @Nullable String newWords,
            EntryChange change) {}
}

package org.upprop.publication.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.upprop.publication.list.ListPlace.AfterIndividual;
import org.upprop.publication.list.ListPlace.AfterOrganisation;
import org.upprop.signature.OrganisationType;

/**
 * Finds names of which some word begins with each of those that were typed, in the order of the list. Few matches are
 * looked up by their words and sorted. Where there are many, names are read in the order of the list until enough are
 * found: those with the words that begin so, if these words are few, or else all names. However long the list is, only so
 * many are read at once.
 */
final class NameSearch {

    /** Words whose names are read side by side. */
    private static final int FEW_WORDS = 16;

    private static final String RAREST = """
            select typed.beginning, matches
            from unnest(:beginnings::text[]) as typed (beginning) cross join lateral (
                select count(*) as matches
                from (
                    select from entry_word
                    where appeal = :appeal and kind = :kind
                      and word >= typed.beginning and word < typed.beginning || chr(1114111)
                    limit :many) as match) as counted
            order by matches, length(typed.beginning) desc
            limit 1
            """;

    // From each word to the next one, not from each name to the next.
    private static final String WORDS = """
            with recursive beginning_so as (
                (
                    select word
                    from entry_word
                    where appeal = :appeal and kind = :kind
                      and word >= :beginning and word < :beginning || chr(1114111)
                    order by word
                    limit 1)
                union all
                select further.word
                from beginning_so cross join lateral (
                    select entry_word.word
                    from entry_word
                    where appeal = :appeal and kind = :kind
                      and entry_word.word > beginning_so.word and entry_word.word < :beginning || chr(1114111)
                    order by entry_word.word
                    limit 1) as further)
            select word from beginning_so limit %d
            """.formatted(FEW_WORDS + 1);

    private final JdbcClient jdbc;

    NameSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first names behind a place that are looked for; of organisations or of individuals. */
    Found find(ListQuery query, List<String> beginnings, ListPlace place, int limit) {
        if (beginnings.isEmpty()) {
            return new Found(List.of(), null);
        }
        SearchedHalf half = SearchedHalf.behind(place);
        StatementSpec search = search(query, half, beginnings)
                .param("appeal", query.appeal().value())
                .param(
                        "country",
                        query.country() == null ? null : query.country().code())
                .param("patterns", beginnings.stream().map("%% %s%%"::formatted).toArray(String[]::new))
                .param("limit", limit);
        return found(
                behind(place, search).query((row, number) -> read(row, half)).list(), limit);
    }

    private StatementSpec search(ListQuery query, SearchedHalf half, List<String> beginnings) {
        Rarest rarest = rarest(query, half, beginnings);
        if (rarest.matches() < half.many()) {
            return jdbc.sql(half.sorted()).param("beginning", rarest.beginning());
        }
        if (half == SearchedHalf.INDIVIDUALS) {
            List<String> words = words(query, half, rarest.beginning());
            if (words.size() <= FEW_WORDS) {
                return jdbc.sql(SearchedHalf.inOrderWithAny(words.size())).param("words", words.toArray(String[]::new));
            }
        }
        return jdbc.sql(half.inOrder(query.country() != null));
    }

    private Rarest rarest(ListQuery query, SearchedHalf half, List<String> beginnings) {
        return jdbc.sql(RAREST)
                .param("beginnings", beginnings.toArray(String[]::new))
                .param("appeal", query.appeal().value())
                .param("kind", half.kind().name())
                .param("many", half.many())
                .query((row, number) -> new Rarest(row.getString("beginning"), row.getInt("matches")))
                .single();
    }

    private List<String> words(ListQuery query, SearchedHalf half, String beginning) {
        return jdbc.sql(WORDS)
                .param("beginning", beginning)
                .param("appeal", query.appeal().value())
                .param("kind", half.kind().name())
                .query((row, number) -> row.getString("word"))
                .list();
    }

    private static StatementSpec behind(ListPlace place, StatementSpec statement) {
        return switch (place) {
            case AfterOrganisation organisation ->
                statement
                        .param("type", Signatories.typePlace(organisation))
                        .param("group", organisation.group())
                        .param("name", organisation.name())
                        .param("id", organisation.id());
            case AfterIndividual individual ->
                statement
                        .param("listedAt", individual.listedAt().atOffset(ZoneOffset.UTC))
                        .param("id", individual.id());
        };
    }

    private static Read read(ResultSet row, SearchedHalf half) throws SQLException {
        UUID id = row.getObject("entry_id", UUID.class);
        ListPlace place = switch (half) {
            case ORGANISATIONS ->
                new AfterOrganisation(
                        OrganisationType.values()[row.getInt("type_place") - 1],
                        row.getString("group_place"),
                        row.getString("name_place"),
                        id);
            case INDIVIDUALS ->
                new AfterIndividual(
                        row.getObject("listed_at", OffsetDateTime.class).toInstant(), id);
        };
        return new Read(id, row.getBoolean("found"), row.getBoolean("last"), place);
    }

    private static Found found(List<Read> read, int limit) {
        List<UUID> ids = read.stream().filter(Read::found).map(Read::id).toList();
        boolean more = ids.size() < limit && !read.isEmpty() && read.getLast().last();
        return new Found(ids, more ? read.getLast().place() : null);
    }

    /**
     * @param readTo where the search goes on, if it ended before it found enough or came to the end of the list
     */
    record Found(List<UUID> ids, @Nullable ListPlace readTo) {}

    private record Rarest(String beginning, int matches) {}

    private record Read(UUID id, boolean found, boolean last, ListPlace place) {}
}

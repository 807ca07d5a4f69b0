package org.upprop.publication.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.upprop.publication.list.ListPlace.AfterIndividual;
import org.upprop.publication.list.ListPlace.AfterOrganisation;
import org.upprop.publication.list.SearchedHalf.InOrder;
import org.upprop.signature.OrganisationType;

/**
 * Finds names of which some word begins with each of those that were typed, in the order of the list. People are found by the
 * words themselves, if few begin as the only one that was typed, and by how two of them begin, if two were. Otherwise few
 * matches are looked up by their words and sorted; and where there are many, names are read in the order of the list until
 * enough are found: those with the words that begin so, if these are few, or else all names. However long the list is, only
 * so many are read at once.
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

    // In the order of the index of these few, since the database takes them for many and would read the whole list.
    private static final String ALL_ARE_PAIRED = """
            select count(*) = 0
            from (
                select from entry
                where (words is null) <> (name is null) or words is distinct from paired
                order by entry_id
                limit 1) as due
            """;

    private final JdbcClient jdbc;

    NameSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first names behind a place that are looked for; of organisations or of individuals. */
    Found find(ListQuery query, List<String> beginnings, ListPlace place, int limit) {
        return beginnings.isEmpty()
                ? new Found(List.of(), null)
                : new Search(query, SearchedHalf.behind(place), beginnings, place, limit).find();
    }

    /**
     * @param readTo where the search goes on, if it ended before it found enough or came to the end of the list
     */
    record Found(List<UUID> ids, @Nullable ListPlace readTo) {}

    private record Rarest(String beginning, int matches) {}

    private record Read(UUID id, boolean found, ListPlace place) {}

    private final class Search {

        private final ListQuery query;
        private final SearchedHalf half;
        private final List<String> beginnings;
        private final ListPlace place;
        private final int limit;

        Search(ListQuery query, SearchedHalf half, List<String> beginnings, ListPlace place, int limit) {
            this.query = query;
            this.half = half;
            this.beginnings = beginnings;
            this.place = place;
            this.limit = limit;
        }

        Found find() {
            Optional<Found> ahead = half == SearchedHalf.INDIVIDUALS ? straight() : Optional.empty();
            if (ahead.isPresent() && ahead.get().readTo() == null) {
                return ahead.get();
            }
            Rarest rarest = rarest();
            if (rarest.matches() < half.many()) {
                return sorted(rarest.beginning());
            }
            return ahead.orElseGet(() -> inOrder(rarest.beginning()));
        }

        /** Of one beginning by its words, if they are few; of more by two of them, if these tell enough. */
        private Optional<Found> straight() {
            if (beginnings.size() == 1) {
                List<String> words = words(beginnings.getFirst());
                if (words.isEmpty()) {
                    return Optional.of(new Found(List.of(), null));
                }
                return words.size() <= FEW_WORDS
                        ? Optional.of(inOrder(SearchedHalf.only(words.size(), query.country() != null), words))
                        : Optional.empty();
            }
            List<String> longest = beginnings.stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .limit(2)
                    .toList();
            return EntryPairs.of(longest).stream()
                    .filter(pair -> allArePaired())
                    .findFirst()
                    .map(pair -> inOrder(SearchedHalf.WITH_A_PAIR, List.of(pair, EntryPairs.OF_MANY)));
        }

        private boolean allArePaired() {
            return asked(ALL_ARE_PAIRED)
                    .query((row, number) -> row.getBoolean(1))
                    .single();
        }

        private Rarest rarest() {
            return asked(RAREST)
                    .param("beginnings", beginnings.toArray(String[]::new))
                    .param("many", half.many())
                    .query((row, number) -> new Rarest(row.getString("beginning"), row.getInt("matches")))
                    .single();
        }

        private List<String> words(String beginning) {
            return asked(WORDS)
                    .param("beginning", beginning)
                    .query((row, number) -> row.getString("word"))
                    .list();
        }

        private Found sorted(String beginning) {
            return new Found(found(read(asked(half.sorted()).param("beginning", beginning))), null);
        }

        private Found inOrder(String beginning) {
            List<String> words = half == SearchedHalf.INDIVIDUALS ? words(beginning) : List.of();
            return words.isEmpty() || words.size() > FEW_WORDS
                    ? inOrder(half.names(query.country() != null), List.of())
                    : inOrder(SearchedHalf.withAny(words.size()), words);
        }

        private Found inOrder(InOrder names, List<String> words) {
            List<Read> read = read(asked(names.sql()).param("words", words.toArray(String[]::new)));
            ListPlace readTo = read.stream()
                    .filter(name -> !name.found())
                    .map(Read::place)
                    .findFirst()
                    .orElse(null);
            return new Found(found(read), readTo);
        }

        private StatementSpec asked(String sql) {
            return jdbc.sql(sql)
                    .param("appeal", query.appeal().value())
                    .param("kind", half.kind().name())
                    .param(
                            "country",
                            query.country() == null ? null : query.country().code());
        }

        private List<Read> read(StatementSpec statement) {
            return behindThePlace(statement
                            .param(
                                    "patterns",
                                    beginnings.stream()
                                            .map("%% %s%%"::formatted)
                                            .toArray(String[]::new))
                            .param("limit", limit))
                    .query((row, number) -> read(row))
                    .list();
        }

        private StatementSpec behindThePlace(StatementSpec statement) {
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

        private Read read(ResultSet row) throws SQLException {
            UUID id = row.getObject("entry_id", UUID.class);
            ListPlace stands = switch (half) {
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
            return new Read(id, row.getBoolean("found"), stands);
        }

        private static List<UUID> found(List<Read> read) {
            return read.stream().filter(Read::found).map(Read::id).toList();
        }
    }
}

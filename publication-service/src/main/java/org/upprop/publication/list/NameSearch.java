package org.upprop.publication.list;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.publication.list.ListPlace.AfterIndividual;
import org.upprop.publication.list.ListPlace.AfterOrganisation;

/**
 * Finds names of which some word begins with each of those that were typed, in the order of the list. Few matches are
 * looked up by their words and sorted. Where there are many, the next are not far from where the reader is, and reading
 * on in the list comes upon them; should they be far after all, they are looked up too.
 */
final class NameSearch {

    /** So many matches are many. */
    private static final int MANY = 5_000;

    /** So many names are passed before those that were not found are looked up: enough for a page of one in 200. */
    private static final int NEAR = 20_000;

    // The last character that there is ends the range of what begins so.
    private static final String RAREST = """
            select typed.beginning, matches
            from unnest(:beginnings::text[]) as typed (beginning) cross join lateral (
                select count(*) as matches
                from (
                    select from entry_word
                    where appeal = :appeal and kind = :kind
                      and word >= typed.beginning and word < typed.beginning || chr(1114111)
                    limit %d) as match) as counted
            order by matches, length(typed.beginning) desc
            limit 1
            """.formatted(MANY);

    private static final Half ORGANISATIONS = new Half("ORGANISATION", """
            select distinct
                type_place, group_name collate "und-x-icu" as group_place, name collate "und-x-icu" as name_place, entry_id
            from entry_word
            join entry using (entry_id)
            where entry_word.appeal = :appeal and entry_word.kind = 'ORGANISATION'
              and word >= :beginning and word < :beginning || chr(1114111) and entry_word.words like all (:patterns)
              and (:country::text is null or entry_word.country = :country)
              and (type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id)
                  > (:type, :group, :name, :id)
            order by type_place, group_place, name_place, entry_id
            limit :limit
            """, """
            select entry_id
            from (
                select
                    type_place, group_name collate "und-x-icu" as group_place, name collate "und-x-icu" as name_place,
                    entry_id, words
                from entry
                where appeal = :appeal and kind = 'ORGANISATION' and display <> 'HIDDEN'
                  and (type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id)
                      > (:type, :group, :name, :id)
                  %%s
                order by type_place, group_place, name_place, entry_id
                limit %d) as near
            where words like all (:patterns)
            order by type_place, group_place, name_place, entry_id
            limit :limit
            """.formatted(NEAR));

    private static final Half INDIVIDUALS = new Half("INDIVIDUAL", """
            select distinct listed_at, entry_id
            from entry_word
            where appeal = :appeal and kind = 'INDIVIDUAL'
              and word >= :beginning and word < :beginning || chr(1114111) and words like all (:patterns)
              and (:country::text is null or country = :country)
              and (listed_at, entry_id) < (:listedAt, :id)
            order by listed_at desc, entry_id desc
            limit :limit
            """, """
            select entry_id
            from (
                select listed_at, entry_id, words
                from entry
                where appeal = :appeal and kind = 'INDIVIDUAL' and display <> 'HIDDEN'
                  and (listed_at, entry_id) < (:listedAt, :id)
                  %%s
                order by listed_at desc, entry_id desc
                limit %d) as near
            where words like all (:patterns)
            order by listed_at desc, entry_id desc
            limit :limit
            """.formatted(NEAR));

    private final JdbcClient jdbc;

    NameSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of the first names behind a place that are looked for; of organisations or of individuals. */
    List<UUID> find(ListQuery query, List<String> beginnings, ListPlace place, int limit) {
        if (beginnings.isEmpty()) {
            return List.of();
        }
        Half half = switch (place) {
            case AfterOrganisation organisation -> ORGANISATIONS;
            case AfterIndividual individual -> INDIVIDUALS;
        };
        Rarest rarest = rarest(query, half, beginnings);
        if (rarest.matches() == MANY) {
            List<UUID> near = ids(half.near(query), query, beginnings, rarest, place, limit);
            if (near.size() == limit) {
                return near;
            }
        }
        return ids(half.byWord(), query, beginnings, rarest, place, limit);
    }

    private Rarest rarest(ListQuery query, Half half, List<String> beginnings) {
        return jdbc.sql(RAREST)
                .param("beginnings", beginnings.toArray(String[]::new))
                .param("appeal", query.appeal().value())
                .param("kind", half.kind())
                .query((row, number) -> new Rarest(row.getString("beginning"), row.getInt("matches")))
                .single();
    }

    private List<UUID> ids(
            String sql, ListQuery query, List<String> beginnings, Rarest rarest, ListPlace place, int limit) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("appeal", query.appeal().value())
                .param(
                        "country",
                        query.country() == null ? null : query.country().code())
                .param("beginning", rarest.beginning())
                .param("patterns", beginnings.stream().map("%% %s%%"::formatted).toArray(String[]::new))
                .param("limit", limit);
        return behind(place, statement)
                .query((row, number) -> row.getObject("entry_id", UUID.class))
                .list();
    }

    private static JdbcClient.StatementSpec behind(ListPlace place, JdbcClient.StatementSpec statement) {
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

    private record Rarest(String beginning, int matches) {}

    /** The statements for one half of the list. */
    private record Half(String kind, String byWord, String near) {

        String near(ListQuery query) {
            return near.formatted(query.country() == null ? "" : "and country = :country");
        }
    }
}

package org.upprop.publication.list;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.upprop.publication.list.ListPlace.AfterIndividual;
import org.upprop.publication.list.ListPlace.AfterOrganisation;
import org.upprop.signature.SignatoryKind;

/** The statements with which one half of a list is searched. */
enum SearchedHalf {
    ORGANISATIONS(SignatoryKind.ORGANISATION, 500, "type_place, group_place, name_place, entry_id", """
            select distinct
                type_place, group_name collate "und-x-icu" as group_place, name collate "und-x-icu" as name_place,
                entry_id
            from entry_word
            join entry using (entry_id)
            where entry_word.appeal = :appeal and entry_word.kind = 'ORGANISATION'
              and word >= :beginning and word < :beginning || chr(1114111) and entry_word.words like all (:patterns)
              and (:country::text is null or entry_word.country = :country)
              and (type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id)
                  > (:type, :group, :name, :id)
            """, """
            select
                type_place, group_name collate "und-x-icu" as group_place, name collate "und-x-icu" as name_place,
                entry_id, words
            from entry
            where appeal = :appeal and kind = 'ORGANISATION' and display <> 'HIDDEN'
              and (type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id)
                  > (:type, :group, :name, :id)
            """),
    INDIVIDUALS(SignatoryKind.INDIVIDUAL, 5_000, "listed_at desc, entry_id desc", """
            select distinct listed_at, entry_id
            from entry_word
            where appeal = :appeal and kind = 'INDIVIDUAL'
              and word >= :beginning and word < :beginning || chr(1114111) and words like all (:patterns)
              and (:country::text is null or country = :country)
              and (listed_at, entry_id) < (:listedAt, :id)
            """, """
            select listed_at, entry_id, words
            from entry
            where appeal = :appeal and kind = 'INDIVIDUAL' and display <> 'HIDDEN'
              and (listed_at, entry_id) < (:listedAt, :id)
            """);

    /** Names that are read in order, at once. */
    private static final int MOST = 2_000;

    // Without its own order each would be read whole and sorted.
    private static final String INDIVIDUALS_WITH_A_WORD = """
            (select listed_at, entry_id, country, words
            from entry_word
            where appeal = :appeal and kind = 'INDIVIDUAL' and word = (:words::text[])[%d]
              and (listed_at, entry_id) < (:listedAt, :id)
            order by listed_at desc, entry_id desc)
            """;

    private final SignatoryKind kind;
    private final int many;
    private final String order;
    private final String byWord;
    private final String all;

    SearchedHalf(SignatoryKind kind, int many, String order, String byWord, String all) {
        this.kind = kind;
        this.many = many;
        this.order = order;
        this.byWord = byWord;
        this.all = all;
    }

    static SearchedHalf behind(ListPlace place) {
        return switch (place) {
            case AfterOrganisation organisation -> ORGANISATIONS;
            case AfterIndividual individual -> INDIVIDUALS;
        };
    }

    SignatoryKind kind() {
        return kind;
    }

    /** So many matches of a beginning are too many to be sorted. */
    int many() {
        return many;
    }

    /** Matches of {@code :beginning}, sorted. */
    String sorted() {
        return byWord + "order by " + order + " limit :limit";
    }

    /** The next names of all, or of {@code :country}. */
    InOrder names(boolean inCountry) {
        return new InOrder(inCountry ? all + "and country = :country" : all, "", order);
    }

    /** The next individuals alone that have one of so many {@code :words}. */
    static InOrder namesWithAny(int words) {
        return new InOrder(
                "select distinct on (listed_at, entry_id) * from (%s) as any_word"
                        .formatted(IntStream.rangeClosed(1, words)
                                .mapToObj(INDIVIDUALS_WITH_A_WORD::formatted)
                                .collect(Collectors.joining("union all\n"))),
                "and (:country::text is null or country = :country)",
                INDIVIDUALS.order);
    }

    /** Names that are read as they stand on the list. */
    record InOrder(String names, String fits, String order) {

        /** Matches among those that are read at once. */
        String found() {
            return """
                    select *
                    from (%1$s order by %2$s limit %3$d) as read
                    where words like all (:patterns) %4$s
                    order by %2$s
                    limit :limit
                    """.formatted(names, order, MOST, fits);
        }

        /** The last of those that are read at once, if there are so many. */
        String last() {
            return "%s order by %s offset %d limit 1".formatted(names, order, MOST - 1);
        }
    }
}

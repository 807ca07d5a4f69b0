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
                entry_id, true as found
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
            select distinct listed_at, entry_id, true as found
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

    private static final String FIT = "words like all (:patterns)";
    private static final String FIT_IN_COUNTRY = FIT + " and (:country::text is null or country = :country)";

    // Without its own order each would be read whole and sorted.
    private static final String INDIVIDUALS_WITH = """
            (select listed_at, entry_id, %1$s
            from %2$s
            where appeal = :appeal and (listed_at, entry_id) < (:listedAt, :id) and %3$s
            order by listed_at desc, entry_id desc)
            """;

    /** The next individuals alone that have one of two pairs, which are the {@code :words}. */
    static final InOrder WITH_A_PAIR = new InOrder(
            anyOf(2, "country, words", "entry_pair", "pair = (:words::text[])[%d]"), INDIVIDUALS.order, FIT_IN_COUNTRY);

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
        return new InOrder(inCountry ? all + "and country = :country" : all, order, FIT);
    }

    /** The next individuals alone that have one of so many {@code :words}. */
    static InOrder withAny(int words) {
        return new InOrder(
                anyOf(words, "country, words", "entry_word", "kind = 'INDIVIDUAL' and word = (:words::text[])[%d]"),
                INDIVIDUALS.order,
                FIT_IN_COUNTRY);
    }

    /** The same where that is all that is asked of them, but to be of {@code :country}. */
    static InOrder only(int words, boolean inCountry) {
        return new InOrder(
                anyOf(
                        words,
                        "true",
                        "entry_word",
                        "kind = 'INDIVIDUAL' and word = (:words::text[])[%d]"
                                + (inCountry ? " and country = :country" : "")),
                INDIVIDUALS.order,
                "true");
    }

    private static String anyOf(int words, String columns, String table, String one) {
        return "select distinct on (listed_at, entry_id) * from (%s) as any_of"
                .formatted(IntStream.rangeClosed(1, words)
                        .mapToObj(place -> INDIVIDUALS_WITH.formatted(columns, table, one.formatted(place)))
                        .collect(Collectors.joining("union all\n")));
    }

    /**
     * Names that are read as they stand on the list.
     *
     * @param fit which of them are looked for
     */
    record InOrder(String names, String order, String fit) {

        /** Matches among those that are read at once; and if these end before enough are found, the last one that was read. */
        String sql() {
            return """
                    with read as materialized (
                        %1$s order by %2$s limit %3$d),
                    match as materialized (
                        select * from read where %4$s order by %2$s limit :limit)
                    select *, true as found from match
                    union all (
                        select *, false
                        from read
                        where (select count(*) from match) < :limit
                        order by %2$s
                        offset %3$d - 1)
                    order by %2$s
                    """.formatted(names, order, MOST, fit);
        }
    }
}

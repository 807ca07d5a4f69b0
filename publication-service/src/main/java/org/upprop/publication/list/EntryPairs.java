package org.upprop.publication.list;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what leads from the beginnings of two words to people who have both. It moves in the transaction that moves the
 * entries.
 */
final class EntryPairs {

    /** What a name has instead that would have too many; it is read beside every pair. */
    static final String OF_MANY = "";

    private static final int LETTERS = 2;
    private static final int MOST_BEGINNINGS = 8;

    private static final Comparator<String> BY_CODE_POINTS = (one, other) ->
            Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    private static final String FORGET = "delete from entry_pair where entry_id = any (:entryId::uuid[])";

    private static final String LEARN = """
            insert into entry_pair (appeal, pair, entry_id, listed_at, country, words)
            select appeal, pair, entry_id, listed_at, country, words
            from unnest(:entryId::uuid[], :pair::text[]) as learnt (entry_id, pair)
            join entry using (entry_id)
            where kind = 'INDIVIDUAL' and words is not null
            """;

    private final JdbcClient jdbc;

    EntryPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How any two of some words begin that begin differently, if each has as many letters as it takes. */
    static List<String> of(List<String> words) {
        List<String> beginnings = words.stream()
                .filter(word -> word.codePointCount(0, word.length()) >= LETTERS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, LETTERS)))
                .distinct()
                .sorted(BY_CODE_POINTS)
                .toList();
        if (beginnings.size() > MOST_BEGINNINGS) {
            return List.of(OF_MANY);
        }
        return beginnings.stream()
                .flatMap(one -> beginnings.stream()
                        .dropWhile(other -> !other.equals(one))
                        .skip(1)
                        .map(other -> one + " " + other))
                .toList();
    }

    void forget(List<UUID> entries) {
        if (!entries.isEmpty()) {
            jdbc.sql(FORGET).param("entryId", entries.toArray(UUID[]::new)).update();
        }
    }

    /** Learns the pairs of these entries; of organisations none. */
    void learn(List<Named> entries) {
        List<Pair> pairs = entries.stream().flatMap(Named::pairs).toList();
        if (!pairs.isEmpty()) {
            jdbc.sql(LEARN)
                    .param("entryId", pairs.stream().map(Pair::entryId).toArray(UUID[]::new))
                    .param("pair", pairs.stream().map(Pair::pair).toArray(String[]::new))
                    .update();
        }
    }

    /** @param words as a row of an entry holds them; it has none without a name */
    record Named(UUID entryId, @Nullable String words) {

        private Stream<Pair> pairs() {
            return words == null
                    ? Stream.of()
                    : of(List.of(words.substring(1).split(" "))).stream().map(pair -> new Pair(entryId, pair));
        }
    }

    private record Pair(UUID entryId, String pair) {}
}

package org.upprop.publication.list;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what leads from words to entries. It moves in the transaction that moves the entries. */
final class EntryWords {

    private static final String FORGET = """
            delete from entry_word
            using unnest(:appeal::text[], :kind::text[], :entryId::uuid[], :words::text[])
                    as old (appeal, kind, entry_id, words)
                cross join string_to_table(substr(old.words, 2), ' ') as old_word
            where entry_word.appeal = old.appeal and entry_word.kind = old.kind and entry_word.word = old_word
              and entry_word.entry_id = old.entry_id
            """;

    private static final String LEARN = """
            insert into entry_word (appeal, kind, word, entry_id, listed_at, country, words)
            select appeal, kind, word, entry_id, listed_at, country, words
            from entry cross join string_to_table(substr(words, 2), ' ') as word
            where entry_id = any (:entryId::uuid[]) and words is not null
            order by appeal, kind, word, entry_id
            on conflict (appeal, kind, word, entry_id) do update set
                listed_at = excluded.listed_at, country = excluded.country, words = excluded.words
            """;

    private final JdbcClient jdbc;

    EntryWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words of a name as a row of an entry holds them. */
    static String of(String name) {
        return String.join("", NameWords.of(name).stream().map(" "::concat).toList());
    }

    void forget(List<Old> words) {
        if (words.isEmpty()) {
            return;
        }
        jdbc.sql(FORGET)
                .param("appeal", texts(words, Old::appeal))
                .param("kind", texts(words, Old::kind))
                .param("entryId", words.stream().map(Old::entryId).toArray(UUID[]::new))
                .param("words", texts(words, Old::words))
                .update();
    }

    /** Learns the words of these entries, as they are now. */
    void learn(List<UUID> entries) {
        jdbc.sql(LEARN).param("entryId", entries.toArray(UUID[]::new)).update();
    }

    private static String[] texts(List<Old> words, Function<Old, String> column) {
        return words.stream().map(column).toArray(String[]::new);
    }

    /** Under what an entry could be found. */
    record Old(String appeal, String kind, UUID entryId, String words) {}
}

package org.upprop.publication.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.signature.SignatoryKind;

/** Makes searches find what a version wrote that knew of none; also while one still runs beside this. */
@Component
class OlderEntries {

    private static final Logger LOG = LoggerFactory.getLogger(OlderEntries.class);
    private static final int AT_ONCE = 1_000;

    // Who writes an entry meanwhile gives it its words.
    private static final String DUE = """
            select entry_id, appeal, name, words
            from entry
            where (words is null) <> (name is null) or words is distinct from paired
            order by entry_id
            limit :limit
            for update skip locked
            """;

    private static final String WRITE = """
            update entry
            set words = due.words, paired = due.words
            from unnest(:entryId::uuid[], :words::text[]) as due (entry_id, words)
            where entry.entry_id = due.entry_id
            """;

    private final JdbcClient jdbc;
    private final EntryWords words;
    private final EntryPairs pairs;
    private final TransactionOperations transaction;

    OlderEntries(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.words = new EntryWords(jdbc);
        this.pairs = new EntryPairs(jdbc);
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 60_000)
    void catchUp() {
        try {
            int all = 0;
            int some;
            do {
                some = Objects.requireNonNull(transaction.execute(status -> giveWords()));
                all += some;
            } while (some == AT_ONCE);
            if (all > 0) {
                LOG.info("Searches find {} more names, which an older version wrote", all);
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Older entries wait for their words", away);
        }
    }

    private int giveWords() {
        List<Due> due = jdbc.sql(DUE)
                .param("limit", AT_ONCE)
                .query((row, number) -> due(row))
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        List<UUID> entries = due.stream().map(Due::entryId).toList();
        jdbc.sql(WRITE)
                .param("entryId", entries.toArray(UUID[]::new))
                .param("words", due.stream().map(Due::newWords).toArray(String[]::new))
                .update();
        List<Due> otherwise = due.stream().filter(Due::otherWordsAreDue).toList();
        words.forget(otherwise.stream().flatMap(Due::old).toList());
        words.learn(otherwise.stream().map(Due::entryId).toList());
        pairs.forget(entries);
        pairs.learn(due.stream()
                .map(entry -> new EntryPairs.Named(entry.entryId(), entry.newWords()))
                .toList());
        return due.size();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("entry_id", UUID.class),
                row.getString("appeal"),
                row.getString("name"),
                row.getString("words"));
    }

    private record Due(
            UUID entryId,
            String appeal,
            @Nullable String name,
            @Nullable String words) {

        boolean otherWordsAreDue() {
            return (words == null) != (name == null);
        }

        @Nullable
        String newWords() {
            if (name == null) {
                return null;
            }
            return words == null ? EntryWords.of(name) : words;
        }

        /** One that was taken off does not tell any more of which kind it was. */
        Stream<EntryWords.Old> old() {
            return words == null
                    ? Stream.of()
                    : Stream.of(SignatoryKind.values())
                            .map(kind -> new EntryWords.Old(appeal, kind.name(), entryId, words));
        }
    }
}

package org.upprop.publication.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.appeal.AppealSlug;
import org.upprop.delivery.Failure;
import org.upprop.publication.list.ListUpdates;
import org.upprop.publication.list.Milestones;
import org.upprop.signature.EntryId;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.VerifiedEvent;

/** The list that is built while everybody reads the old one. It is written by what writes every list. */
final class NewList {

    private static final String SCHEMA = "list_new";

    // Indexes are made faster of what is there than row by row; the keys stay, they decide.
    private static final String INDEXES = """
            select indexname, indexdef
            from pg_indexes
            where schemaname = 'list_new' and not exists (select from pg_constraint where conname = indexname)
            """;

    // Of an entry whose null has left the topic only the old list knows that it must not come back.
    private static final String STUBS_THAT_ONLY_THE_OLD_ONE_HAS = """
            select old.entry_id, old.appeal, old.version
            from list.entry as old
            where old.kind is null
              and not exists (
                select from entry as built where built.entry_id = old.entry_id and built.version >= old.version)
            limit 10000
            """;

    // The topic was read partition by partition, so what was reached on the way means nothing: those who are on the
    // list
    // tell. Where the old list knows better, it is heard before the switch.
    private static final String FORGET_MILESTONES = "delete from milestone";
    private static final String MILESTONES = """
            insert into milestone (appeal, signatures, reached_at)
            select appeal, place, listed_at
            from (
                select appeal, listed_at, row_number() over (partition by appeal order by listed_at) as place
                from entry
                where kind is not null) as entries
            where place = any (:milestones::bigint[])
            """;

    private final HikariDataSource database;
    private final JdbcClient jdbc;
    private final ListUpdates lists;
    private List<Index> indexes = List.of();

    NewList(HikariDataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.lists = ListUpdates.into(database);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Begins an empty list, with the tables that the old one has. */
    void create(Flyway migrations) {
        jdbc.sql("create schema " + SCHEMA).update();
        Flyway.configure()
                .configuration(migrations.getConfiguration())
                .dataSource(database)
                .defaultSchema(SCHEMA)
                .schemas(SCHEMA)
                .createSchemas(false)
                .load()
                .migrate();
        indexes = jdbc.sql(INDEXES)
                .query((row, number) -> new Index(row.getString("indexname"), row.getString("indexdef")))
                .list();
        indexes.forEach(index -> jdbc.sql("drop index " + index.name()).update());
    }

    /** Applies events and tells how many of them the database refused. */
    int apply(List<? extends VerifiedEvent> events) {
        if (events.isEmpty()) {
            return 0;
        }
        try {
            lists.apply(events);
            return 0;
        } catch (RuntimeException failed) {
            if (!(Failure.of(failed) instanceof Failure.Refused)) {
                throw failed;
            }
            return events.size() == 1 ? 1 : halves(events);
        }
    }

    private int halves(List<? extends VerifiedEvent> events) {
        int middle = events.size() / 2;
        return apply(events.subList(0, middle)) + apply(events.subList(middle, events.size()));
    }

    /** Makes it fit to be read. */
    void finish() {
        keepOffWhoeverWasTakenOff();
        jdbc.sql(FORGET_MILESTONES).update();
        jdbc.sql(MILESTONES).param("milestones", Milestones.all()).update();
        indexes.forEach(index -> jdbc.sql(index.definition()).update());
        jdbc.sql("vacuum (analyze) entry, entry_word, entry_pair, appeal_count, count_part")
                .update();
    }

    private void keepOffWhoeverWasTakenOff() {
        List<EntryRemoved> stubs;
        do {
            stubs = jdbc.sql(STUBS_THAT_ONLY_THE_OLD_ONE_HAS)
                    .query((row, number) -> new EntryRemoved(
                            new EntryId(row.getObject("entry_id", UUID.class)),
                            new AppealSlug(row.getString("appeal")),
                            row.getLong("version")))
                    .list();
            apply(stubs);
        } while (!stubs.isEmpty());
    }

    private record Index(String name, String definition) {}
}

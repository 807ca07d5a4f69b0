package org.upprop.publication.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upprop.delivery.Failure;

/**
 * Puts a new list in the place of the old one. All of it is one connection, which also holds the lock that lets only one
 * rebuild be: whoever lost the lock cannot switch either.
 */
final class Switchover implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Switchover.class);

    private static final String ONE_AT_A_TIME = "select pg_try_advisory_lock(hashtext('upprop'), hashtext('rebuild'))";
    private static final String LET_GO = "select pg_advisory_unlock_all()";
    private static final String SAFE = "set local synchronous_commit = on";
    private static final String PATIENCE = "set lock_timeout = '1s'";

    // Whoever writes waits, in the order in which they write; whoever reads does not.
    private static final String KEEP_WRITERS_OUT = """
            lock table list.entry, list.appeal_count, list.count_part, list.milestone, list.watermark, list.read_position
                in share row exclusive mode
            """;

    private static final String SAME_TABLES = """
            select
                (select count(*) from list.flyway_schema_history where success and version is not null)
                = (select count(*) from list_new.flyway_schema_history where success and version is not null)
            """;

    // Who is at risk and what counts.v1 was told stands in no topic of entries. A revision may only grow, also that of
    // a
    // list on which nobody is any more.
    private static final String CARRY_COUNTS = """
            insert into list_new.appeal_count as built (
                appeal, individuals, organisations, hidden, revision, changed_at, at_risk, at_risk_since_revision,
                published_revision, published_at)
            select
                appeal, 0, 0, 0, revision + 1, clock_timestamp(), at_risk, at_risk_since_revision, published_revision,
                published_at
            from list.appeal_count
            on conflict (appeal) do update set
                revision = greatest(built.revision, excluded.revision),
                at_risk = excluded.at_risk,
                at_risk_since_revision = excluded.at_risk_since_revision,
                published_revision = excluded.published_revision,
                published_at = excluded.published_at
            """;

    private static final String CARRY_MILESTONES = """
            insert into list_new.milestone (appeal, signatures, reached_at)
            select appeal, signatures, reached_at from list.milestone
            on conflict (appeal, signatures) do update set reached_at = excluded.reached_at
            """;

    // Whoever reads on page by page goes on in the new list.
    private static final String CARRY_CURSOR_KEY =
            "insert into list_new.cursor_key (key) select key from list.cursor_key";

    private static final String RENAME_OLD = "alter schema list rename to list_old";
    private static final String RENAME_NEW = "alter schema list_new rename to list";
    private static final String DROP_OLD = "drop schema if exists list_old cascade";
    private static final String DROP_NEW = "drop schema if exists list_new cascade";

    private final Connection connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Switchover(DataSource database) throws SQLException {
        connection = database.getConnection();
        DataSource only = new SingleConnectionDataSource(connection, true);
        jdbc = JdbcClient.create(only);
        transaction = new TransactionTemplate(new JdbcTransactionManager(only));
    }

    /** Whether no other rebuild goes on, here or elsewhere; none begins before this is closed. */
    boolean isTheOnlyOne() {
        return is(ONE_AT_A_TIME);
    }

    /** Drops what an earlier rebuild left. */
    boolean dropLeftovers() {
        return succeeds(() -> jdbc.sql(DROP_NEW).update()) && dropOld();
    }

    /** Drops the list that was replaced, unless somebody still reads it. */
    boolean dropOld() {
        return succeeds(() -> jdbc.sql(DROP_OLD).update());
    }

    /**
     * Switches, unless somebody writes for too long.
     *
     * @param catchesUp brings the new list to where the old one is, while nobody writes; false if it did not manage to
     */
    boolean switchOver(BooleanSupplier catchesUp) {
        boolean[] switched = new boolean[1];
        return succeeds(() -> switched[0] = Objects.requireNonNull(transaction.execute(status -> {
                    jdbc.sql(SAFE).update();
                    jdbc.sql(KEEP_WRITERS_OUT).update();
                    if (!catchesUp.getAsBoolean()) {
                        status.setRollbackOnly();
                        return false;
                    }
                    if (!is(SAME_TABLES)) {
                        throw new RebuildFailed("another version of this service changed the tables meanwhile");
                    }
                    jdbc.sql(CARRY_COUNTS).update();
                    jdbc.sql(CARRY_MILESTONES).update();
                    jdbc.sql(CARRY_CURSOR_KEY).update();
                    jdbc.sql(RENAME_OLD).update();
                    jdbc.sql(RENAME_NEW).update();
                    return true;
                })))
                && switched[0];
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            jdbc.sql(LET_GO).query((row, number) -> number).list();
        } catch (DataAccessException gone) {
            LOG.debug("The lock of the rebuild is gone with its connection", gone);
        }
    }

    /** Whether it was done; not where a lock was not to be had for a second. */
    private boolean succeeds(Runnable statements) {
        jdbc.sql(PATIENCE).update();
        try {
            statements.run();
            return true;
        } catch (RuntimeException failed) {
            if (connectionLives() && Failure.of(failed) instanceof Failure.Outage) {
                return false;
            }
            throw failed;
        }
    }

    private boolean connectionLives() {
        try {
            return connection.isValid(1);
        } catch (SQLException gone) {
            return false;
        }
    }

    private boolean is(String question) {
        return jdbc.sql(question).query((row, number) -> row.getBoolean(1)).single();
    }
}

package org.upprop.publication.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListCounts;

/** Copies whole lists out of the database, each as it is at one moment, and never holds more of one than a row. */
@Repository
public class Exports {

    // By its index a list comes in its order from the first row on; to sort it, all of it would be read before.
    private static final String BEGIN = """
            select
                oid::bigint, set_config('enable_sort', 'off', true),
                set_config('max_parallel_workers_per_gather', '0', true)
            from pg_namespace
            where nspname = 'list'
            """;
    private static final String NOW = "select 'list'::regnamespace::oid::bigint";

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final ListCounts counts;
    private final ExportProperties limits;
    private final TransactionTemplate moment;
    private final TransactionTemplate besides;
    private final Semaphore places;
    private final Semaphore placesOfThePublic;

    Exports(JdbcTemplate rows, JdbcClient jdbc, ExportProperties limits, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.counts = new ListCounts(jdbc);
        this.limits = limits;
        this.moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.besides = new TransactionTemplate(transactions);
        besides.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.places = new Semaphore(limits.atOnce());
        this.placesOfThePublic = new Semaphore(limits.atOnce() - 1);
    }

    /**
     * Writes a list to somebody.
     *
     * @throws ExportsBusy if as many lists are written as may be
     * @throws ExportBroken if it was begun and could not be brought to its end
     */
    public void write(Download download) throws IOException {
        if (download.isOrganisers()) {
            writeWithin(places, download);
            return;
        }
        require(placesOfThePublic);
        try {
            writeWithin(places, download);
        } finally {
            placesOfThePublic.release();
        }
    }

    private void writeWithin(Semaphore places, Download download) throws IOException {
        require(places);
        try {
            write(new Copy(download, limits.longest()));
        } finally {
            places.release();
        }
    }

    private static void require(Semaphore places) {
        if (!places.tryAcquire()) {
            throw new ExportsBusy();
        }
    }

    private void write(Copy copy) throws IOException {
        try {
            while (!Boolean.TRUE.equals(moment.execute(status -> attempt(copy)))) {
                Thread.onSpinWait();
            }
        } catch (UncheckedIOException gone) {
            throw Objects.requireNonNull(gone.getCause());
        } catch (RuntimeException failed) {
            throw copy.isBegun() ? new ExportBroken(failed) : failed;
        }
    }

    /**
     * Copies the list, unless a rebuild put another one in its place just now: names of tables mean what they mean now,
     * and rows what they were at the moment.
     */
    private boolean attempt(Copy copy) {
        long list = number(BEGIN);
        ListCount count = counts.find(copy.download().appeal());
        String sql = ExportSql.of(copy.download().format(), copy.download().select(count));
        return Boolean.TRUE.equals(rows.execute((ConnectionCallback<Boolean>) connection -> {
            CopyOut out = begin(connection, sql);
            try {
                boolean same = list == nowOnAnotherConnection();
                if (same) {
                    copy.write(count, out);
                }
                return same;
            } finally {
                if (out.isActive()) {
                    out.cancelCopy();
                }
            }
        }));
    }

    /** The pool takes a silence of 15 s for an outage; here it may be a search for the few who are from one country. */
    private CopyOut begin(Connection connection, String sql) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(limits.silence().toMillis()));
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    }

    private long nowOnAnotherConnection() {
        return Objects.requireNonNull(besides.execute(status -> number(NOW)));
    }

    private long number(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getLong(1)).single();
    }
}

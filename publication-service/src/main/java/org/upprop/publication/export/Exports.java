package org.upprop.publication.export;

import com.zaxxer.hikari.HikariDataSource;
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
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;
import org.upprop.publication.database.SameDatabase;
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

    private final JdbcTemplate own;
    private final JdbcClient shared;
    private final ExportProperties limits;
    private final Semaphore places;
    private final Semaphore placesOfThePublic;

    Exports(HikariDataSource lists, JdbcClient shared, ExportProperties limits) {
        this.own = new JdbcTemplate(SameDatabase.unpooled(lists));
        this.shared = shared;
        this.limits = limits;
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
            while (!Boolean.TRUE.equals(own.execute((ConnectionCallback<Boolean>) mine -> attempt(copy, mine)))) {
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
     * and rows what they were at the moment. Whatever ends it, the connection ends too: where a copy was broken off in the
     * middle, its rest would be taken for the answer to the next question.
     */
    private boolean attempt(Copy copy, Connection mine) throws SQLException {
        mine.setReadOnly(true);
        mine.setAutoCommit(false);
        mine.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        mine.setNetworkTimeout(Runnable::run, Math.toIntExact(limits.silence().toMillis()));
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(mine, true));
        long list = number(jdbc, BEGIN);
        ListCount count = new ListCounts(jdbc).find(copy.download().appeal());
        String sql = ExportSql.of(copy.download().format(), copy.download().select(count));
        CopyOut rows = mine.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        boolean same = list == number(shared, NOW);
        if (same) {
            copy.write(count, rows);
        }
        return same;
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getLong(1)).single();
    }
}

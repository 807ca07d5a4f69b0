package org.upprop.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.upprop.local.Problem;

/** Puts a backup into a database, and says there that it was restored: the service does the rest when it starts. */
public final class Loading {

    private static final String INSTANCES = """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and application_name = 'verification-service'
            """;

    private static final String HOLDS_TABLES = "select to_regclass('public.submission') is not null";
    private static final String HOLDS_ROWS = "select exists (select from public.submission)";
    private static final String RESTORED = "insert into public.restored (taken_at, broker_lost) values (?, ?)";

    private final DatabaseAddress address;
    private final Migrations migrations;
    private final Consumer<String> progress;

    /** @param service the jar of the verification service */
    public Loading(DatabaseAddress address, Path service, Consumer<String> progress) {
        this.address = address;
        this.migrations = new Migrations(service);
        this.progress = progress;
    }

    /**
     * Loads all of it, or nothing.
     *
     * @param replace also where the database holds something, which is deleted
     * @param brokerLost whether the topics were lost as well
     */
    public void load(BackupFile backup, boolean replace, boolean brokerLost) {
        Manifest manifest = backup.manifest();
        try (Connection database = address.connect()) {
            migrations.checkReach(manifest.schema());
            checkFree(database, replace);
            for (String statement : Migrations.clearing()) {
                execute(database, statement);
            }
            migrations.apply(address.url(), address.user(), address.password(), manifest.schema());
            database.setAutoCommit(false);
            fill(database, backup);
            Tables.numberOn(database);
            mark(database, manifest.takenAt(), brokerLost);
            database.commit();
        } catch (SQLException failed) {
            throw Problem.underway("The backup was not loaded: %s".formatted(failed.getMessage()));
        } catch (IOException failed) {
            throw Problem.underway("The backup could not be read: %s".formatted(failed));
        }
    }

    private static void checkFree(Connection database, boolean replace) throws SQLException {
        long instances = number(database, INSTANCES);
        if (instances > 0) {
            throw Problem.beforehand(
                    "The verification service runs on this database (%d connections). Stop all its instances first."
                            .formatted(instances));
        }
        if (!replace && is(database, HOLDS_TABLES) && is(database, HOLDS_ROWS)) {
            throw Problem.beforehand(
                    "The database holds signatures already. What it holds is deleted and replaced with --replace.");
        }
    }

    private void fill(Connection database, BackupFile backup) throws SQLException, IOException {
        Map<String, List<String>> tables = Tables.in(database);
        execute(database, "truncate " + String.join(", ", tables.keySet()));
        for (Manifest.Table table : backup.manifest().tables()) {
            if (!tables.getOrDefault(table.name(), List.of()).equals(table.columns())) {
                throw new SQLException("It has another table " + table.name());
            }
            String copy = "copy public.%s %s from stdin".formatted(table.name(), Tables.list(table.columns()));
            try (InputStream rows = backup.rows(table)) {
                long loaded = database.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
                if (loaded != table.rows()) {
                    throw new SQLException("Of %s %d rows were loaded, and there are %d"
                            .formatted(table.name(), loaded, table.rows()));
                }
            }
            progress.accept(String.format(Locale.ROOT, "%s: %,d rows", table.name(), table.rows()));
        }
    }

    private static void mark(Connection database, Instant takenAt, boolean brokerLost) throws SQLException {
        execute(database, "delete from public.restored");
        try (var statement = database.prepareStatement(RESTORED)) {
            statement.setObject(1, takenAt.atOffset(ZoneOffset.UTC));
            statement.setBoolean(2, brokerLost);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean is(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}

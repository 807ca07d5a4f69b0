package org.upprop.publication.rebuild;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upprop.publication.database.SameDatabase;
import org.upprop.publication.rebuild.Progress.Phase;
import org.upprop.publication.rebuild.VerifiedLog.Part;

/** Builds the list anew from its topic while everybody reads the old one, and then puts it in its place. */
@Component
public class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration WRITERS_WAIT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES = 60;

    private final HikariDataSource lists;
    private final ObjectProvider<Flyway> migrations;
    private final VerifiedLog.Opener logs;
    private final InstantSource clock;
    private volatile Progress progress = Progress.NONE;

    Rebuild(HikariDataSource lists, ObjectProvider<Flyway> migrations, VerifiedLog.Opener logs, InstantSource clock) {
        this.lists = lists;
        this.migrations = migrations;
        this.logs = logs;
        this.clock = clock;
    }

    /** How far this instance is with the last one that it was asked for. */
    public Progress progress() {
        return progress;
    }

    /** Begins, unless a rebuild goes on, here or in another instance. */
    public synchronized boolean start() throws SQLException {
        HikariDataSource database = databaseOfNewList();
        try {
            Switchover switchover = new Switchover(database);
            if (switchover.isTheOnlyOne()) {
                progress = Progress.begun(clock.instant());
                Thread.ofPlatform().daemon().name("rebuild").start(() -> run(database, switchover));
                return true;
            }
            switchover.close();
        } catch (SQLException | RuntimeException failed) {
            database.close();
            throw failed;
        }
        database.close();
        return false;
    }

    private void run(HikariDataSource database, Switchover switchover) {
        LOG.info("Rebuilding the list");
        try (database;
                switchover;
                VerifiedLog log = logs.open()) {
            rebuild(new NewList(database), switchover, log);
        } catch (Exception | Error failed) {
            String why = failed instanceof RebuildFailed told
                    ? told.getMessage()
                    : failed.getClass().getName();
            progress = progress.ended(Phase.FAILED, clock.instant(), why);
            LOG.error("The rebuild failed, and the list stays as it is: {}", why);
            return;
        }
        progress = progress.ended(Phase.DONE, clock.instant(), null);
        LOG.info("Rebuilt the list from {} records; {} were refused", progress.read(), progress.refused());
    }

    private void rebuild(NewList list, Switchover switchover, VerifiedLog log) throws InterruptedException {
        again(switchover::dropLeftovers, "somebody still reads the list that the last rebuild replaced");
        if (log.isShorterThanReadFor(JdbcClient.create(lists))) {
            throw new RebuildFailed("the topic ends before what this list was told");
        }
        list.create(migrations.getObject());
        readToTheEnd(list, log);
        progress = progress.in(Phase.FINISHING);
        list.finish();
        progress = progress.in(Phase.SWITCHING);
        again(() -> switchover.switchOver(() -> catchesUp(list, log)), "whoever writes the list did not pause");
        progress = progress.in(Phase.CLEANING);
        try {
            again(switchover::dropOld, "it is still read");
        } catch (RebuildFailed left) {
            LOG.warn("The old list is left to the next rebuild: {}", left.getMessage());
        }
    }

    private void readToTheEnd(NewList list, VerifiedLog log) {
        while (!log.isAtEnd()) {
            readOn(list, log);
        }
    }

    private void readOn(NewList list, VerifiedLog log) {
        Part part = log.read();
        int refused = list.apply(part.events());
        progress = progress.at(log.passed(), log.length(), part.unreadable() + refused);
    }

    /**
     * Nobody writes while this goes on, so what the old list was told lies before the end that the log has now. That is
     * asked of the log, since a listener remembers only later what it applied.
     */
    private boolean catchesUp(NewList list, VerifiedLog log) {
        long deadline = System.nanoTime() + WRITERS_WAIT.toNanos();
        log.lookForTheEnd();
        while (!log.isAtEnd() && System.nanoTime() < deadline) {
            readOn(list, log);
        }
        log.rememberIn(list.jdbc());
        return log.isAtEnd();
    }

    private static void again(BooleanSupplier attempt, String obstacle) throws InterruptedException {
        for (int tries = 0; !attempt.getAsBoolean(); tries++) {
            if (tries == TRIES) {
                throw new RebuildFailed(obstacle);
            }
            Thread.sleep(PAUSE);
        }
    }

    /** The same database with another list in it. Some statements take longer than any reader would wait. */
    private HikariDataSource databaseOfNewList() {
        HikariConfig config = SameDatabase.as(lists, "rebuild");
        config.addDataSourceProperty("currentSchema", "list_new");
        config.addDataSourceProperty("socketTimeout", "0");
        config.addDataSourceProperty("options", "-c synchronous_commit=off"); // the switch commits for all
        config.setMaximumPoolSize(3);
        return new HikariDataSource(config);
    }
}

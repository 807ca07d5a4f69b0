package org.upprop.delivery;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.upprop.text.InvalidValue;

/** The five classes of failure, each of which has one answer. */
public sealed interface Failure {

    /** A database, a broker or a mail server is away: wait without limit, set nothing aside. */
    record Outage() implements Failure {}

    /** Ahead of this instance: wait a while, then set aside. */
    record Ahead(ReasonCode reason) implements Failure {}

    /** Cannot be read, opened or valid: set aside at once. */
    record BadData(ReasonCode reason) implements Failure {}

    /** The database says no to what the record holds: set aside at once. */
    record Refused() implements Failure {}

    /** Anything else: try again a few times, then set aside. */
    record Unexpected() implements Failure {}

    /**
     * The class that a failure belongs to, by the first cause that tells.
     *
     * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL, error codes</a>
     */
    static Failure of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(Failure::ofOne)
                .filter(failure -> !(failure instanceof Unexpected))
                .findFirst()
                .orElseGet(Unexpected::new);
    }

    private static Failure ofOne(Throwable thrown) {
        return switch (thrown) {
            case BadRecord bad -> new BadData(bad.reason());
            case NotYet notYet -> new Ahead(notYet.reason());
            case Away away -> new Outage();
            case InvalidValue invalid -> new BadData(ReasonCode.INVALID);
            case SQLException sql -> ofDatabase(sql);
            case IOException io -> new Outage();
            case TimeoutException timeout -> new Outage();
            case InterruptedException interrupted -> new Outage();
            default -> new Unexpected();
        };
    }

    private static Failure ofDatabase(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        String sqlClass = state.length() < 2 ? "" : state.substring(0, 2);
        if (Set.of("21", "22", "23").contains(sqlClass)) {
            return new Refused();
        }
        // none where a pool gave the connection up, 08 connection, 25006 read-only after a fail-over, 40 rollback, 53
        // resources, 55P03 lock, 57 shut down or
        // cancelled, 58 the server's own input and output
        boolean away = Set.of("", "08", "40", "53", "57", "58").contains(sqlClass)
                || state.equals("25006")
                || state.equals("55P03")
                || sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || sql instanceof SQLNonTransientConnectionException;
        return away ? new Outage() : new Unexpected();
    }
}

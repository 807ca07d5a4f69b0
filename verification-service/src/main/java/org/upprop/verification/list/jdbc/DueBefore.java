package org.upprop.verification.list.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Up to when all that was due can be seen. An entry is due from a time that its transaction read, and is seen only once
 * that has committed; so the clock alone does not say it.
 */
@Repository
class DueBefore {

    private static final String DUE_BEFORE = "select due_before()";

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private volatile long waitedInVain = System.nanoTime() - PAUSE.toNanos();

    DueBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A time before which nothing more will be due than whoever looks from now on sees; nothing where somebody has been
     * writing for too long to be waited for. Until it is known nobody may write: so it is a transaction of its own, and
     * after it was waited for in vain the next try has a pause before it.
     */
    Optional<Instant> before() {
        if (System.nanoTime() - waitedInVain < PAUSE.toNanos()) {
            return Optional.empty();
        }
        Optional<Instant> before = time(jdbc.sql(DUE_BEFORE));
        if (before.isEmpty()) {
            waitedInVain = System.nanoTime();
        }
        return before;
    }

    static Optional<Instant> time(StatementSpec statement) {
        return statement
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }
}

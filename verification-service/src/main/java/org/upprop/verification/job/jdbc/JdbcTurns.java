package org.upprop.verification.job.jdbc;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.job.Turns;

/** The table {@code job}. */
@Repository
class JdbcTurns implements Turns {

    /** Of several at once all but one wait for its row, and then find that it is not due. */
    private static final String TAKE = """
            insert into job (name, next_at) values (:job, now() + make_interval(secs => :every))
            on conflict (name) do update set next_at = excluded.next_at where job.next_at <= now()
            """;

    private final JdbcClient jdbc;

    JdbcTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(String job, Duration every) {
        return jdbc.sql(TAKE)
                        .param("job", job)
                        .param("every", every.toMillis() / 1_000.0)
                        .update()
                == 1;
    }
}

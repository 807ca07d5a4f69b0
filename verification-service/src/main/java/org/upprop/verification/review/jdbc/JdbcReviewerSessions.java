package org.upprop.verification.review.jdbc;

import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.review.ReviewerSessions;

/** The table {@code reviewer_session}. */
@Repository
class JdbcReviewerSessions implements ReviewerSessions {

    private static final String OPEN =
            "insert into reviewer_session (session, ends_at) values (:session, now() + interval '12 hours')";

    private static final String FIND =
            "select session from reviewer_session where session = any (:sessions) and ends_at > now()";

    private static final String CLOSE = "delete from reviewer_session where session = any (:sessions)";

    private static final String PURGE = "delete from reviewer_session where ends_at < now()";

    private final JdbcClient jdbc;

    JdbcReviewerSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(byte[] session) {
        jdbc.sql(OPEN).param("session", session).update();
    }

    @Override
    public Optional<byte[]> openOf(Collection<byte[]> sessions) {
        return jdbc.sql(FIND)
                .param("sessions", sessions.toArray(byte[][]::new))
                .query((row, number) -> row.getBytes("session"))
                .optional();
    }

    @Override
    public void close(Collection<byte[]> sessions) {
        jdbc.sql(CLOSE).param("sessions", sessions.toArray(byte[][]::new)).update();
    }

    @Override
    public int purge() {
        return jdbc.sql(PURGE).update();
    }
}

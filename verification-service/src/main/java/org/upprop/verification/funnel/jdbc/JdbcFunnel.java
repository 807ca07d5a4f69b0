package org.upprop.verification.funnel.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.verification.funnel.Funnel;
import org.upprop.verification.funnel.Passed;
import org.upprop.verification.funnel.Span;

/** What the tables {@code submission}, {@code mail} and {@code entry} say of when. */
@Repository
class JdbcFunnel implements Funnel {

    /** Who asks again may be mailed again: the first mail counts. */
    private static final String PASSED = """
            select appeal, date_bin(make_interval(secs => :step), at, 'epoch') as began,
                   count(*) filter (where point = 'accepted') as accepted,
                   count(*) filter (where point = 'mailed') as mailed,
                   count(*) filter (where point = 'confirmed') as confirmed,
                   count(*) filter (where point = 'listed') as listed
            from (
                select appeal, received_at as at, 'accepted' as point from submission
                union all
                select s.appeal, m.ended_at, 'mailed'
                from mail m join submission s on s.signature_id = m.signature_id
                where m.kind = 'confirm' and m.state = 'sent' and not exists (
                    select from mail earlier
                    where earlier.signature_id = m.signature_id and earlier.kind = 'confirm' and earlier.state = 'sent'
                      and earlier.ended_at < m.ended_at)
                union all
                select appeal, confirmed_at, 'confirmed' from entry
                union all
                select appeal, listed_at, 'listed' from entry
            ) passed
            where at >= :begin and at < :end
            group by appeal, began
            order by appeal, began
            """;

    /** As long as the monitor waits. Of how many it can be told is a matter of the database, which has more to do. */
    private static final int PATIENCE_SECONDS = 3;

    private final JdbcClient jdbc;

    JdbcFunnel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Passed> passed(Span span, Instant now) {
        Instant begin = span.begin(now);
        return jdbc.sql(PASSED)
                .withQueryTimeout(PATIENCE_SECONDS)
                .param("step", span.step().toSeconds())
                .param("begin", begin.atOffset(ZoneOffset.UTC))
                .param("end", begin.plus(span.step().multipliedBy(span.steps())).atOffset(ZoneOffset.UTC))
                .query((row, number) -> passed(row))
                .list();
    }

    private static Passed passed(ResultSet row) throws SQLException {
        return new Passed(
                new AppealSlug(row.getString("appeal")),
                row.getObject("began", OffsetDateTime.class).toInstant(),
                row.getLong("accepted"),
                row.getLong("mailed"),
                row.getLong("confirmed"),
                row.getLong("listed"));
    }
}

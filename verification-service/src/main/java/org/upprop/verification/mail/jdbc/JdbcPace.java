package org.upprop.verification.mail.jdbc;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.mail.Pace;
import org.upprop.verification.mail.Provider;

/** The table {@code mail_pace}, which all instances share, by the database's clock. */
@Repository
class JdbcPace implements Pace {

    /** What comes so late may be made up for, so that a sender that slept too long costs nothing of the rate. */
    private static final Duration LATE = Duration.ofMillis(100);

    /**
     * One row says when the next mail would leave if all of them left evenly. It is never in the past for longer than
     * may be made up for.
     */
    private static final String TAKE = """
            with turn as (
                insert into mail_pace as pace (provider, next_at)
                values (:provider, now() + make_interval(secs => :interval))
                on conflict (provider) do update
                set next_at = greatest(pace.next_at, now() - make_interval(secs => :late))
                    + make_interval(secs => :interval)
                where pace.next_at <= now()
                returning provider
            )
            select exists (select from turn) as taken, extract(epoch from next_at - now()) as wait
            from (values (1)) as one left join mail_pace on provider = :provider
            """;

    private static final String GIVE_BACK = """
            update mail_pace set next_at = next_at - make_interval(secs => :interval) where provider = :provider
            """;

    private final JdbcClient jdbc;

    JdbcPace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Duration take(Provider provider) {
        return statement(TAKE, provider)
                .param("late", LATE.toMillis() / 1_000.0)
                .query((row, number) -> row.getBoolean("taken") ? Duration.ZERO : wait(row.getDouble("wait")))
                .single();
    }

    @Override
    public void giveBack(Provider provider) {
        statement(GIVE_BACK, provider).update();
    }

    private JdbcClient.StatementSpec statement(String sql, Provider provider) {
        return jdbc.sql(sql).param("provider", provider.name()).param("interval", 1.0 / provider.perSecond());
    }

    /** Where another was quicker, the wait that this statement saw is over. */
    private static Duration wait(double seconds) {
        return Duration.ofNanos(Math.max(1_000_000, Math.round(seconds * 1_000_000_000)));
    }
}

package org.upprop.publication.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.count.PublicCount;

/** What everybody is still to be told of the counts. The rows of the counts are the outbox. */
@Repository
public class CountOutbox {

    // The appeal's revision decides, so an instance that has read less changes nothing back. A change is a new revision
    // of the count, else readers would keep the number that they have. It waits for no batch, so it cannot block one.
    private static final String HEED = """
            with changed as (
                select count.appeal, known.at_risk, known.revision
                from appeal_count as count
                join unnest(:appeal::text[], :atRisk::boolean[], :revision::bigint[])
                    as known (appeal, at_risk, revision) using (appeal)
                where known.at_risk is distinct from count.at_risk and known.revision > count.at_risk_since_revision
                for update of count skip locked
            )
            update appeal_count as count set
                at_risk = changed.at_risk,
                at_risk_since_revision = changed.revision,
                revision = case
                    when count.at_risk is null then count.revision
                    else greatest(count.revision + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
                end
            from changed
            where changed.appeal = count.appeal
            """;

    // A row that says otherwise of the risk than the appeal does is behind it, since a batch holds it or this instance
    // has read less than another; it is not told before they agree.
    private static final String AHEAD = """
            select count.*
            from appeal_count as count
            join unnest(:appeal::text[], :atRisk::boolean[]) as known (appeal, at_risk) using (appeal, at_risk)
            where (revision > published_revision or published_at < now() - make_interval(secs => :again))
            order by published_at, appeal
            limit :limit
            """;

    // Also where somebody told a newer one before: the older may now be the last on the topic, and the row is ahead
    // again.
    private static final String TOLD = """
            update appeal_count set
                published_revision = :revision,
                published_at = now()
            where appeal = :appeal
            """;

    private static final String SIZE = """
            select count(*) from appeal_count where at_risk is not null and revision > published_revision
            """;

    private final JdbcClient jdbc;

    CountOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Learns whose signatories are at risk. Nothing is told of a list before its appeal was heard of. */
    public void heed(List<Appeal> appeals) {
        if (appeals.isEmpty()) {
            return;
        }
        with(appeals, HEED)
                .param("revision", appeals.stream().mapToLong(Appeal::revision).toArray())
                .update();
    }

    /**
     * The counts of these appeals that nobody was told yet, and those that were last told longer ago than {@code again};
     * at most {@code limit}, those first that have waited longest.
     */
    public List<PublicCount> ahead(List<Appeal> appeals, Duration again, int limit) {
        return with(appeals, AHEAD)
                .param("again", again.toSeconds())
                .param("limit", limit)
                .query((row, number) -> count(row))
                .list();
    }

    /** The broker has this count. */
    public void told(PublicCount count) {
        jdbc.sql(TOLD)
                .param("appeal", count.slug().value())
                .param("revision", count.revision())
                .update();
    }

    /** How many counts nobody was told yet. */
    long size() {
        return jdbc.sql(SIZE).query((row, number) -> row.getLong(1)).single();
    }

    private JdbcClient.StatementSpec with(List<Appeal> appeals, String sql) {
        return jdbc.sql(sql)
                .param(
                        "appeal",
                        appeals.stream().map(appeal -> appeal.slug().value()).toArray(String[]::new))
                .param(
                        "atRisk",
                        appeals.stream().map(appeal -> appeal.policy().atRisk()).toArray(Boolean[]::new));
    }

    private static PublicCount count(ResultSet row) throws SQLException {
        AppealSlug appeal = new AppealSlug(row.getString("appeal"));
        long revision = row.getLong("revision");
        Instant changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        return row.getBoolean("at_risk")
                ? PublicCount.atRisk(appeal, revision, row.getLong("total"), changedAt)
                : PublicCount.whole(
                        appeal,
                        revision,
                        row.getLong("individuals"),
                        row.getLong("organisations"),
                        row.getLong("hidden"),
                        changedAt);
    }
}

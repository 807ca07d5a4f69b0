package org.upprop.publication.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.ListHistory.Milestone;
import org.upprop.publication.list.ListHistory.Step;

/** Reads how lists grew, from their counts by hour. */
@Repository
public class Histories {

    // Hours stand as texts that sort as they do. Those of a day begin alike, and one text a day is soon read.
    private static final String STEPS = """
            select began::timestamp at time zone 'UTC' as began, individuals, organisations, total
            from (
                select
                    began, individuals, organisations, total,
                    row_number() over (order by began desc) as place
                from (
                    select
                        began,
                        sum(individuals) as individuals, sum(organisations) as organisations,
                        sum(sum(individuals + organisations)) over (order by began) as total
                    from (
                        select left(value, :letters) as began, individuals, organisations
                        from count_part
                        where appeal = :appeal and dimension = 'hour') as part
                    group by began) as step
                where individuals <> 0 or organisations <> 0) as placed
            where place <= :limit
            order by began
            """;

    private static final String MILESTONES = """
            select signatures, reached_at from milestone where appeal = :appeal order by signatures
            """;

    /** From its first day to its last. */
    private static final Duration YOUNG = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final ListCounts counts;
    private final OneMoment moment;

    Histories(@Readers JdbcClient jdbc, OneMoment moment) {
        this.jdbc = jdbc;
        this.counts = new ListCounts(jdbc);
        this.moment = moment;
    }

    /** The history of a list and its count, both of one moment. */
    public ListHistory read(AppealSlug appeal, Resolution resolution) {
        return moment.of(() -> history(appeal, counts.find(appeal), resolution));
    }

    /**
     * The same within a moment that began already, as finely as the whole of it is worth: by the hour where all came
     * within some days.
     *
     * @param atRisk whether hours would tell too much
     */
    ListHistory whole(AppealSlug appeal, ListCount count, boolean atRisk) {
        ListHistory days = history(appeal, count, Resolution.DAY);
        return atRisk || !isYoung(days.steps())
                ? days
                : new ListHistory(count, Resolution.HOUR, steps(appeal, Resolution.HOUR), days.milestones());
    }

    private static boolean isYoung(List<Step> days) {
        return days.isEmpty()
                || Duration.between(days.getFirst().from(), days.getLast().from())
                                .compareTo(YOUNG)
                        < 0;
    }

    private ListHistory history(AppealSlug appeal, ListCount count, Resolution resolution) {
        return new ListHistory(count, resolution, steps(appeal, resolution), milestones(appeal));
    }

    private List<Step> steps(AppealSlug appeal, Resolution resolution) {
        return jdbc.sql(STEPS)
                .param("letters", resolution.letters())
                .param("appeal", appeal.value())
                .param("limit", resolution.mostSteps())
                .query((row, number) -> new Step(
                        moment(row, "began"),
                        row.getLong("individuals"),
                        row.getLong("organisations"),
                        row.getLong("total")))
                .list();
    }

    private List<Milestone> milestones(AppealSlug appeal) {
        return jdbc.sql(MILESTONES)
                .param("appeal", appeal.value())
                .query((row, number) -> new Milestone(row.getLong("signatures"), moment(row, "reached_at")))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package org.upprop.publication.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.Topics;

/** Reads how many have signed, and how far that is known. */
public final class ListCounts {

    // Until every partition has a watermark, nobody knows how far all of them go. What is due stands in the latest: it
    // speaks of the whole list, wherever it was written.
    private static final String REACH = """
            with reach as (
                select
                    case when count(*) = :partitions then min(at) end as as_of,
                    (array_agg(due order by at desc))[1] as due
                from watermark
            )
            """;

    private static final String COLUMNS = """
            select
                appeal, coalesce(individuals + organisations, 0) as total, coalesce(individuals, 0) as individuals,
                coalesce(organisations, 0) as organisations, coalesce(hidden, 0) as hidden,
                coalesce(revision, 0) as revision, at_risk, as_of,
                case
                    when due is not null
                    then greatest(coalesce((due ->> appeal)::bigint, 0) - coalesce(individuals + organisations, 0), 0)
                end as in_queue
            from reach
            """;

    private static final String ONE = REACH + COLUMNS + """
            cross join (select :appeal::text collate "C" as appeal) as asked
            left join appeal_count using (appeal)
            """;

    // Whoever is not among them has the row without a name.
    private static final String ALL = REACH + COLUMNS + """
            cross join (
                select null collate "C" as appeal
                union
                select key collate "C" from reach, jsonb_each(due)
                union
                select appeal from appeal_count) as known
            left join appeal_count using (appeal)
            """;

    private final JdbcClient jdbc;

    public ListCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The count of a list; one that was never begun has nobody on it. */
    public ListCount find(AppealSlug appeal) {
        return asked(ONE)
                .param("appeal", appeal.value())
                .query((row, number) -> count(row))
                .single();
    }

    All all() {
        Map<AppealSlug, ListCount> counts = new HashMap<>();
        ListCount none = null;
        for (Named named : asked(ALL).query((row, number) -> Named.of(row)).list()) {
            if (named.appeal() == null) {
                none = named.count();
            } else {
                counts.put(new AppealSlug(named.appeal()), named.count());
            }
        }
        return new All(counts, Objects.requireNonNull(none));
    }

    private JdbcClient.StatementSpec asked(String sql) {
        return jdbc.sql(sql).param("partitions", Topics.SIGNATURE_PARTITIONS);
    }

    private static ListCount count(ResultSet row) throws SQLException {
        OffsetDateTime asOf = row.getObject("as_of", OffsetDateTime.class);
        return new ListCount(
                row.getLong("total"),
                row.getLong("individuals"),
                row.getLong("organisations"),
                row.getLong("hidden"),
                row.getLong("revision"),
                asOf == null ? null : asOf.toInstant(),
                row.getObject("at_risk", Boolean.class),
                row.getObject("in_queue", Long.class));
    }

    private record Named(@Nullable String appeal, ListCount count) {

        static Named of(ResultSet row) throws SQLException {
            return new Named(row.getString("appeal"), ListCounts.count(row));
        }
    }

    /**
     * The counts of all lists at one moment.
     *
     * @param none what holds for every list that is not among them
     */
    public record All(Map<AppealSlug, ListCount> counts, ListCount none) {

        ListCount of(AppealSlug appeal) {
            return counts.getOrDefault(appeal, none);
        }
    }
}

package org.upprop.publication.list;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.appeal.AppealSlug;

/** Counts in tests what the counts should be, in one statement, so everything is seen at one moment. */
public final class WrongCounts {

    private static final String DIFFERENCES = """
            with wanted as (
                select * from entry where kind is not null and appeal = any (:appeals::text[])
            ),
            counted as (
                select appeal, '' as dimension, '' as value, individuals, organisations, hidden
                from appeal_count
                union all
                select appeal, dimension, value, individuals, organisations, 0 from count_part
            ),
            right_ones as (
                select
                    appeal, dimension, value,
                    count(*) filter (where kind = 'INDIVIDUAL') as individuals,
                    count(*) filter (where kind = 'ORGANISATION') as organisations,
                    count(*) filter (where dimension = '' and display = 'HIDDEN') as hidden
                from wanted
                cross join lateral (values
                    ('', ''),
                    ('country', coalesce(country, '')),
                    ('source', source),
                    ('locale', locale),
                    ('hour', to_char(listed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:00:00Z'))
                ) as part (dimension, value)
                group by appeal, dimension, value
            )
            select concat_ws(' ', appeal, dimension, value, 'counted', c.individuals, c.organisations, c.hidden,
                'are', r.individuals, r.organisations, r.hidden)
            from right_ones as r
            full join (select * from counted where appeal = any (:appeals::text[])) as c
                using (appeal, dimension, value)
            where (coalesce(c.individuals, 0), coalesce(c.organisations, 0), coalesce(c.hidden, 0))
                <> (coalesce(r.individuals, 0), coalesce(r.organisations, 0), coalesce(r.hidden, 0))
            """;

    private WrongCounts() {}

    /** What is counted otherwise than it should be. */
    public static List<String> of(JdbcClient jdbc, List<AppealSlug> appeals) {
        return jdbc.sql(DIFFERENCES)
                .param("appeals", appeals.stream().map(AppealSlug::value).toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }
}

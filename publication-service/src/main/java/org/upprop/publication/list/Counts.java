package org.upprop.publication.list;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many entries each list has. It moves in the transaction that moves the entries, so it is never recounted. */
@Repository
class Counts {

    // Sorted by appeal, so that two batches never wait for each other crosswise. A revision begins at the clock: one of
    // a list that is built anew is higher than any that was given out for the old one.
    private static final String ADD = """
            with counted as (
                insert into appeal_count as count (appeal, individuals, organisations, hidden, revision, changed_at)
                select
                    appeal, individuals, organisations, hidden,
                    (extract(epoch from clock_timestamp()) * 1000)::bigint, clock_timestamp()
                from unnest(:appeal::text[], :individuals::bigint[], :organisations::bigint[], :hidden::bigint[])
                    as change (appeal, individuals, organisations, hidden)
                order by appeal
                on conflict (appeal) do update set
                    individuals = count.individuals + excluded.individuals,
                    organisations = count.organisations + excluded.organisations,
                    hidden = count.hidden + excluded.hidden,
                    revision = greatest(count.revision + 1, excluded.revision),
                    changed_at = greatest(count.changed_at, excluded.changed_at)
                returning
                    new.appeal, coalesce(old.individuals + old.organisations, 0) as before,
                    new.individuals + new.organisations as after
            )
            insert into milestone (appeal, signatures, reached_at)
            select appeal, signatures, clock_timestamp()
            from counted
            join unnest(:milestones::bigint[]) as milestones (signatures) on signatures > before and signatures <= after
            on conflict do nothing
            """;

    private static final String ALL_LISTS = """
            select coalesce(sum(total), 0) from appeal_count
            """;

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<CountChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param(
                        "appeal",
                        changes.stream().map(change -> change.appeal().value()).toArray(String[]::new))
                .param(
                        "individuals",
                        changes.stream().mapToLong(CountChange::individuals).toArray())
                .param(
                        "organisations",
                        changes.stream().mapToLong(CountChange::organisations).toArray())
                .param("hidden", changes.stream().mapToLong(CountChange::hidden).toArray())
                .param("milestones", Milestones.all())
                .update();
    }

    /** The entries on all lists. */
    long ofAllLists() {
        return jdbc.sql(ALL_LISTS).query((row, number) -> row.getLong(1)).single();
    }
}

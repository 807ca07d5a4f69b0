package org.upprop.publication.list;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.publication.list.PartChange.Part;

/** The counts by country, source, language and hour. They move with the entries, like the counts of whole lists. */
@Repository
class CountParts {

    // The order in which they come keeps two batches from waiting for each other crosswise.
    private static final String ADD = """
            insert into count_part as count (appeal, dimension, value, individuals, organisations)
            select appeal, dimension, value, individuals, organisations
            from unnest(
                    :appeal::text[], :dimension::text[], :value::text[], :individuals::bigint[],
                    :organisations::bigint[]) with ordinality
                as change (appeal, dimension, value, individuals, organisations, place)
            order by place
            on conflict (appeal, dimension, value) do update set
                individuals = count.individuals + excluded.individuals,
                organisations = count.organisations + excluded.organisations
            """;

    private final JdbcClient jdbc;

    CountParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<PartChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("appeal", texts(changes, part -> part.appeal().value()))
                .param("dimension", texts(changes, part -> part.dimension().id()))
                .param("value", texts(changes, Part::value))
                .param(
                        "individuals",
                        changes.stream().mapToLong(PartChange::individuals).toArray())
                .param(
                        "organisations",
                        changes.stream().mapToLong(PartChange::organisations).toArray())
                .update();
    }

    private static String[] texts(List<PartChange> changes, Function<Part, String> column) {
        return changes.stream().map(PartChange::part).map(column).toArray(String[]::new);
    }
}

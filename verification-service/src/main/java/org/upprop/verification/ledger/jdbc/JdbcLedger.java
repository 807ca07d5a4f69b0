package org.upprop.verification.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.ledger.Ledger;
import org.upprop.verification.ledger.Outcome;
import org.upprop.verification.ledger.Place;
import org.upprop.verification.ledger.Sheet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code ledger}, {@code set_aside} and {@code forgotten}. */
@Repository
class JdbcLedger implements Ledger {

    /** What is delivered again stands before {@code next}, and is not counted again. */
    private static final String COUNT = """
            with given as (
                select *
                from unnest(:topics::text[], :partitions::integer[], :offsets::bigint[], :outcomes::text[])
                     as given (topic, partition, position, outcome)
            )
            insert into ledger (topic, partition, begun, next, first_seen, repeated, passed_over)
            select topic, partition, min(position), max(position) + 1,
                   count(*) filter (where outcome = 'FIRST_SEEN'),
                   count(*) filter (where outcome = 'REPEATED'),
                   count(*) filter (where outcome = 'PASSED_OVER')
            from given
            group by topic, partition
            order by topic, partition
            on conflict (topic, partition) do update set
                next = greatest(ledger.next, excluded.next),
                (first_seen, repeated, passed_over) = (
                    select ledger.first_seen + count(*) filter (where outcome = 'FIRST_SEEN'),
                           ledger.repeated + count(*) filter (where outcome = 'REPEATED'),
                           ledger.passed_over + count(*) filter (where outcome = 'PASSED_OVER')
                    from given
                    where given.topic = ledger.topic and given.partition = ledger.partition
                      and given.position >= ledger.next)
            """;

    private static final String COUNT_SET_ASIDE = """
            with aside as (
                insert into set_aside (topic, partition, position)
                values (:topic, :partition, :position)
                on conflict do nothing
            )
            insert into ledger (topic, partition, begun, next)
            values (:topic, :partition, :position, :position + 1)
            on conflict (topic, partition) do update set next = greatest(ledger.next, excluded.next)
            """;

    /** What came back was written in transactions, whose ends take offsets too: of it, those are read that were counted. */
    private static final String SHEET = """
            select sum(case when topic like '%-redrive'
                            then first_seen + repeated + passed_over
                                 + (select count(*)
                                    from set_aside
                                    where set_aside.topic = ledger.topic and set_aside.partition = ledger.partition
                                      and position >= begun and position < next)
                            else next - begun end) as read, sum(first_seen) as first_seen, sum(repeated) as repeated,
                   sum(passed_over) as passed_over,
                   (select count(*)
                    from set_aside join ledger using (topic, partition)
                    where position >= begun and position < next) as set_aside,
                   (select jsonb_object_agg(state, number)
                    from (select state, count(*) as number from submission group by state) as states) as states,
                   (select coalesce(sum(number), 0) from forgotten) as forgotten,
                   (select jsonb_object_agg(topic, nexts)
                    from (select topic, jsonb_object_agg(partition, next) as nexts from ledger group by topic) as topics
                   ) as next
            from ledger
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcLedger(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void count(Map<Place, Outcome> records) {
        List<Map.Entry<Place, Outcome>> given = new ArrayList<>(records.entrySet());
        jdbc.sql(COUNT)
                .param("topics", given.stream().map(one -> one.getKey().topic()).toArray(String[]::new))
                .param(
                        "partitions",
                        given.stream().map(one -> one.getKey().partition()).toArray(Integer[]::new))
                .param(
                        "offsets",
                        given.stream().map(one -> one.getKey().offset()).toArray(Long[]::new))
                .param(
                        "outcomes",
                        given.stream().map(one -> one.getValue().name()).toArray(String[]::new))
                .update();
    }

    @Override
    public void countSetAside(Place place) {
        jdbc.sql(COUNT_SET_ASIDE)
                .param("topic", place.topic())
                .param("partition", place.partition())
                .param("position", place.offset())
                .update();
    }

    @Override
    public Sheet sheet() {
        return jdbc.sql(SHEET).query((row, number) -> sheet(row)).single();
    }

    private Sheet sheet(ResultSet row) throws SQLException {
        String states = row.getString("states");
        return new Sheet(
                row.getLong("read"),
                row.getLong("first_seen"),
                row.getLong("repeated"),
                row.getLong("passed_over"),
                row.getLong("set_aside"),
                states == null
                        ? new TreeMap<>()
                        : json.readValue(states, new TypeReference<SortedMap<String, Long>>() {}),
                row.getLong("forgotten"),
                json.readValue(row.getString("next"), new TypeReference<Map<String, SortedMap<Integer, Long>>>() {}));
    }
}

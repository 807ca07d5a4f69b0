package org.upprop.publication.list;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.event.EventJson;
import org.upprop.signature.Watermark;

/** How far the list was told. What a watermark says holds for good, so one that comes late or again changes nothing. */
@Repository
class Watermarks {

    private static final String WRITE = """
            insert into watermark as known (partition, at, due)
            select partition, at, due
            from unnest(:partition::int[], :at::timestamptz[], :due::jsonb[]) as mark (partition, at, due)
            order by partition
            on conflict (partition) do update set at = excluded.at, due = excluded.due
            where known.at < excluded.at
            """;

    private final JdbcClient jdbc;

    Watermarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<Watermark> marks) {
        Collection<Watermark> latest = latestOfEach(marks);
        if (latest.isEmpty()) {
            return;
        }
        jdbc.sql(WRITE)
                .param(
                        "partition",
                        latest.stream().mapToInt(Watermark::partition).toArray())
                .param("at", latest.stream().map(mark -> mark.at().toString()).toArray(String[]::new))
                .param(
                        "due",
                        latest.stream()
                                .map(mark -> new String(EventJson.write(mark.due()), StandardCharsets.UTF_8))
                                .toArray(String[]::new))
                .update();
    }

    /** One statement cannot write the same row twice. */
    private static Collection<Watermark> latestOfEach(Collection<Watermark> marks) {
        return marks.stream()
                .collect(Collectors.toMap(
                        Watermark::partition,
                        mark -> mark,
                        BinaryOperator.maxBy(Comparator.comparing(Watermark::at)),
                        TreeMap::new))
                .values();
    }
}

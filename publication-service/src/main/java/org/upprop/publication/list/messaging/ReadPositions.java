package org.upprop.publication.list.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far each topic has been applied to this database. It stands beside the lists, so a database that was restored, or
 * that was away for longer than the broker remembers a group, goes on from where its own lists end.
 */
@Repository
public class ReadPositions {

    private static final String WRITE = """
            insert into read_position (topic, partition, next_offset)
            select *
            from unnest(:topic::text[], :partition::int[], :nextOffset::bigint[]) as place (topic, partition)
            order by place.topic, place.partition
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            """;

    private static final String FIND = """
            select topic, partition, next_offset
            from read_position
            where (topic, partition) in (select * from unnest(:topic::text[], :partition::int[]))
            """;

    private final JdbcClient jdbc;

    public ReadPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers that these records have been dealt with, and all before them. */
    void moveBehind(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        remember(next);
    }

    /** Remembers how far each of these partitions has been dealt with. */
    public void remember(Map<TopicPartition, Long> next) {
        jdbc.sql(WRITE)
                .param("topic", topics(next.keySet()))
                .param("partition", partitions(next.keySet()))
                .param(
                        "nextOffset",
                        next.values().stream().mapToLong(offset -> offset).toArray())
                .update();
    }

    /** The offsets to read on from; a partition that nothing was applied from has none. */
    public Map<TopicPartition, Long> find(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> found = new HashMap<>();
        jdbc.sql(FIND)
                .param("topic", topics(partitions))
                .param("partition", partitions(partitions))
                .query(row -> {
                    TopicPartition partition = new TopicPartition(row.getString("topic"), row.getInt("partition"));
                    found.put(partition, row.getLong("next_offset"));
                });
        return found;
    }

    private static String[] topics(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
    }

    private static int[] partitions(Collection<TopicPartition> partitions) {
        return partitions.stream().mapToInt(TopicPartition::partition).toArray();
    }
}

package org.upprop.local;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.upprop.infrastructure.test.WholeTopic;
import org.upprop.local.stack.Ports;

/** A topic of a running stack. */
final class StackTopic {

    private StackTopic() {}

    static List<ConsumerRecord<byte[], byte[]>> read(Ports ports, String topic) {
        var bytes = new ByteArrayDeserializer();
        String broker = "localhost:" + ports.kafka();
        return WholeTopic.read(new KafkaConsumer<>(Map.of("bootstrap.servers", broker), bytes, bytes), topic);
    }

    /** As if the broker had lost everything that was written to a compacted topic. */
    static void empty(Ports ports, String topic) throws Exception {
        try (Admin broker = Admin.create(Map.of("bootstrap.servers", "localhost:" + ports.kafka()))) {
            Map<TopicPartition, RecordsToDelete> everything =
                    broker.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition.partition()),
                                    partition -> RecordsToDelete.beforeOffset(-1)));
            // The broker deletes nothing of a topic that is only compacted.
            clean(broker, topic, "compact,delete");
            await().ignoreExceptions().until(() -> {
                broker.deleteRecords(everything).all().get();
                return true;
            });
            clean(broker, topic, "compact");
        }
    }

    private static void clean(Admin broker, String topic, String policy) throws Exception {
        var set = new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET);
        broker.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(set)))
                .all()
                .get();
    }

    /** Empty where the record has no such header. */
    static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

package org.upprop.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.ConsumerFactory;
import org.upprop.infrastructure.test.WholeTopic;

/** Reads what stands on a topic, all of it. */
public record TopicReader(ConsumerFactory<byte[], byte[]> consumers) {

    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return WholeTopic.read(consumers.createConsumer("reader", null), topic);
    }

    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

package org.upprop.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

    /** Empty where the record has no such header. */
    static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

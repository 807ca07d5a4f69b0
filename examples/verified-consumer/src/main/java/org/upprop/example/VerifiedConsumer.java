package org.upprop.example;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the list of one appeal by the contract (CONTRACT.md) and prints what changes. Arguments: broker, appeal. */
public final class VerifiedConsumer {

    private static final String TOPIC = "signatures.verified.v1";
    private static final Duration NULLS_KEPT = Duration.ofDays(7);

    /** What is known of an entry; of one that is gone its version alone. */
    private record Entry(long version, boolean counted, String name) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private int signed;

    public static void main(String[] arguments) {
        VerifiedConsumer list = new VerifiedConsumer();
        Map<String, Object> settings = Map.of("bootstrap.servers", arguments[0], "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            boolean whole = false;
            // Watermarks come every hour: after days without any, nulls may have come and gone unread.
            for (Instant heard = Instant.now(); Instant.now().isBefore(heard.plus(NULLS_KEPT)); ) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                heard = records.isEmpty() ? heard : Instant.now();
                for (ConsumerRecord<String, byte[]> record : records) {
                    list.apply(record, arguments[1], whole);
                }
                // Until the end of what was there, a name may stand that is taken back further on.
                if (!whole && all.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L))) {
                    whole = true;
                    list.entries.values().forEach(entry -> print("+", entry));
                    list.printCount();
                }
            }
        }
        throw new IllegalStateException("Away for longer than the topic keeps what was taken back: begin anew");
    }

    private void apply(ConsumerRecord<String, byte[]> record, String appeal, boolean shown) {
        String type = header(record, "ce_type");
        boolean there = type.equals("org.upprop.signature.verified.v1");
        if (!there && !type.equals("org.upprop.entry.removed.v1")
                || !header(record, "ce_appeal").equals(appeal)) {
            return; // A watermark, another appeal, or a type that came after this reader
        }
        long version = Long.parseLong(header(record, "ce_entryversion"));
        Entry before = entries.getOrDefault(record.key(), new Entry(0, false, ""));
        if (version > before.version()) {
            // Fields that came after this reader are ignored; a hidden entry is counted and has no name.
            JsonNode value = JsonMapper.shared().readTree(there ? record.value() : new byte[] {'{', '}'});
            Entry now = new Entry(version, there, value.path("name").asString(""));
            entries.put(record.key(), now);
            signed += (now.counted() ? 1 : 0) - (before.counted() ? 1 : 0);
            if (shown) {
                print("-", before);
                print("+", now);
                printCount();
            }
        }
    }

    private static void print(String sign, Entry entry) {
        if (!entry.name().isEmpty()) {
            System.out.println(sign + " " + entry.name());
        }
    }

    private void printCount() {
        System.out.println(signed + " have signed");
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

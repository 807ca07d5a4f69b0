package org.upprop.delivery.messaging;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.upprop.event.Topics;

/** Every topic, once: whichever service starts first creates them. */
final class TopicDeclarations {

    private static final Duration KEPT = Duration.ofDays(7);

    private final TopicProperties copies;

    TopicDeclarations(TopicProperties copies) {
        this.copies = copies;
    }

    NewTopic[] all() {
        return Stream.of(
                        Stream.of(submitted(), verified()),
                        Stream.of(Topics.SUBMITTED, Topics.VERIFIED).flatMap(this::repairsOf),
                        Stream.of(Topics.APPEALS, Topics.COUNTS, Topics.KEYS, Topics.CONTROL)
                                .map(name -> topic(name, 1, compacted())),
                        Stream.of(tokens(), topic(Topics.AUDIT, 1, kept(Duration.ofDays(30)))))
                .flatMap(topics -> topics)
                .toArray(NewTopic[]::new);
    }

    private NewTopic submitted() {
        return topic(Topics.SUBMITTED, Topics.SIGNATURE_PARTITIONS, kept(KEPT));
    }

    /** A name that was taken back leaves the topic within a day, and its null stays until every reader has seen it. */
    private NewTopic verified() {
        Map<String, String> config = compacted();
        config.put(SEGMENT_MS_CONFIG, millis(Duration.ofHours(6)));
        config.put(MAX_COMPACTION_LAG_MS_CONFIG, millis(Duration.ofHours(24)));
        config.put(DELETE_RETENTION_MS_CONFIG, millis(Topics.TOMBSTONES_KEPT));
        return topic(Topics.VERIFIED, Topics.SIGNATURE_PARTITIONS, config);
    }

    /** The null of a token that was revoked stays until every reader has seen it. */
    private NewTopic tokens() {
        Map<String, String> config = compacted();
        config.put(DELETE_RETENTION_MS_CONFIG, millis(Topics.TOMBSTONES_KEPT));
        return topic(Topics.TOKENS, 1, config);
    }

    private Stream<NewTopic> repairsOf(String original) {
        return Stream.of(Topics.deadLettersOf(original), Topics.redriveOf(original))
                .map(name -> topic(name, Topics.SIGNATURE_PARTITIONS, kept(Topics.REPAIRS_KEPT)));
    }

    private NewTopic topic(String name, int partitions, Map<String, String> config) {
        config.put(MIN_IN_SYNC_REPLICAS_CONFIG, Short.toString(copies.minInsyncReplicas()));
        return new NewTopic(name, partitions, copies.replicationFactor()).configs(config);
    }

    private static Map<String, String> compacted() {
        return new HashMap<>(Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT));
    }

    private static Map<String, String> kept(Duration duration) {
        return new HashMap<>(Map.of(RETENTION_MS_CONFIG, millis(duration)));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}

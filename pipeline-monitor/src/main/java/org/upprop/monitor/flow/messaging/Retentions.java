package org.upprop.monitor.flow.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** How long topics keep records, of those that delete any. */
final class Retentions {

    private Retentions() {}

    /** @param topics those that are there */
    static Map<String, Duration> of(Set<String> topics, Admin broker) throws InterruptedException, ExecutionException {
        Map<ConfigResource, Config> configs = broker.describeConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .toList())
                .all()
                .get();
        Map<String, Duration> kept = new HashMap<>();
        configs.forEach((topic, config) -> {
            long millis = Long.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG));
            if (millis >= 0
                    && value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_DELETE)) {
                kept.put(topic.name(), Duration.ofMillis(millis));
            }
        });
        return kept;
    }

    private static String value(Config config, String name) {
        return Objects.requireNonNull(config.get(name)).value();
    }
}

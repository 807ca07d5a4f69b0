package org.upprop.monitor.flow.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.upprop.delivery.Away;
import org.upprop.monitor.flow.Looks;
import org.upprop.monitor.flow.PartitionId;
import org.upprop.monitor.flow.Sighting;
import org.upprop.monitor.flow.Sighting.Group;
import org.upprop.monitor.flow.Sighting.Log;
import org.upprop.monitor.flow.Sighting.Reading;
import org.upprop.monitor.flow.Stage;

/** Looks where the broker's own tools look: at the ends of the logs, at what the groups committed, and at their members. */
@Component
class BrokerLooks implements Looks, DisposableBean {

    private static final List<String> TOPICS = Arrays.stream(Stage.values())
            .flatMap(stage -> stage.topics().stream())
            .toList();
    private static final List<String> GROUPS =
            Arrays.stream(Stage.values()).map(Stage::group).toList();

    /** So long groups are not looked at again while all is read and nothing comes. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Map<String, Object> adminConfig;
    private final NextUnread nextUnread;
    private final InstantSource clock;
    private final Logs logs = new Logs(TOPICS);
    private @Nullable Admin admin;
    private @Nullable Sighting last;
    private long lookedAt;

    BrokerLooks(KafkaAdmin admin, NextUnread nextUnread, InstantSource clock) {
        this.adminConfig = admin.getConfigurationProperties();
        this.nextUnread = nextUnread;
        this.clock = clock;
    }

    @Override
    public synchronized Sighting look() throws InterruptedException {
        try {
            Admin broker = connected();
            Sighting before = last;
            if (before != null && before.isAtRest() && System.nanoTime() - lookedAt < REST.toNanos()) {
                Map<PartitionId, Log> ends = named(logs.read(broker));
                if (ends.equals(before.logs())) {
                    return new Sighting(clock.instant(), ends, before.groups());
                }
            }
            lookedAt = System.nanoTime();
            last = everything(broker);
            return last;
        } catch (ExecutionException | KafkaException failed) {
            throw new Away("broker: " + failed.getMessage());
        }
    }

    private Sighting everything(Admin broker) throws InterruptedException, ExecutionException {
        // What was committed first: else a record that comes meanwhile might seem to be read before it was written.
        Groups groups = Groups.read(broker, GROUPS);
        Map<TopicPartition, Log> ends = logs.read(broker);
        Map<Stage, Group> seen = new HashMap<>();
        for (Stage stage : Stage.values()) {
            seen.put(stage, group(stage, groups, ends));
        }
        return new Sighting(clock.instant(), named(ends), seen);
    }

    private static Map<PartitionId, Log> named(Map<TopicPartition, Log> logs) {
        Map<PartitionId, Log> named = new HashMap<>();
        logs.forEach((partition, log) -> named.put(id(partition), log));
        return named;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private Group group(Stage stage, Groups groups, Map<TopicPartition, Log> ends) {
        Map<TopicPartition, String> readers = groups.readers(stage.group());
        Map<TopicPartition, Long> committed = groups.committed(stage.group());
        Map<TopicPartition, Long> unread = new HashMap<>();
        ends.forEach((partition, log) -> {
            long next = Math.max(committed.getOrDefault(partition, 0L), log.first());
            if (stage.topics().contains(partition.topic()) && next < log.end() && log.led()) {
                unread.put(partition, next);
            }
        });
        Map<TopicPartition, Instant> written = nextUnread.writtenAt(stage, unread);
        Map<PartitionId, Reading> readings = new HashMap<>();
        for (TopicPartition partition : ends.keySet()) {
            if (stage.topics().contains(partition.topic())) {
                readings.put(
                        id(partition),
                        new Reading(committed.get(partition), readers.get(partition), written.get(partition)));
            }
        }
        return new Group(groups.members(stage.group()), readings);
    }

    private Admin connected() {
        if (admin == null) {
            admin = Admin.create(adminConfig);
        }
        return admin;
    }

    private static PartitionId id(TopicPartition partition) {
        return new PartitionId(partition.topic(), partition.partition());
    }
}

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
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ConsumerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLooks.class);
    private static final List<String> TOPICS = Arrays.stream(Stage.values())
            .flatMap(stage -> stage.topics().stream())
            .toList();
    private static final List<String> GROUPS =
            Arrays.stream(Stage.values()).map(Stage::group).toList();

    /** While all is read and nothing rings, it is looked at only so seldom. */
    static final Duration REST = Duration.ofMinutes(30);

    private final BrokerConnection connection;
    private final NextUnread nextUnread;
    private final InstantSource clock;
    private final Logs logs = new Logs(TOPICS);
    private final Doorbell doorbell;
    private @Nullable Seen last;
    private boolean atRest;
    private boolean mayListen = true;
    private volatile boolean quiet;

    BrokerLooks(
            BrokerConnection connection, ConsumerFactory<?, ?> consumers, NextUnread nextUnread, InstantSource clock) {
        this.connection = connection;
        this.nextUnread = nextUnread;
        this.clock = clock;
        doorbell = new Doorbell(consumers.getConfigurationProperties());
    }

    @Override
    public synchronized Sighting look() throws InterruptedException {
        try {
            Admin broker = connection.admin();
            Seen before = last;
            quiet = before != null && isQuiet(broker, before);
            Seen now = before != null && quiet ? before : everything(broker);
            Sighting sighting = sighting(now);
            last = now;
            atRest = sighting.isAtRest();
            return sighting;
        } catch (ExecutionException | KafkaException failed) {
            quiet = false;
            throw new Away("broker: " + failed.getMessage());
        }
    }

    /** Whether nothing was asked at the last look, since all is read and nothing comes. */
    boolean isQuiet() {
        return quiet;
    }

    /** Has the next look ask, whatever it seems. */
    synchronized void wake() {
        atRest = false;
    }

    private boolean isQuiet(Admin broker, Seen before) throws InterruptedException, ExecutionException {
        if (!mayListen || !atRest || isPast(before.at(), REST)) {
            return false;
        }
        try {
            boolean rings = doorbell.rings();
            if (rings) {
                listen(broker, before);
            }
            return !rings;
        } catch (AuthorizationException refused) {
            neverListen(refused);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof AuthorizationException refused)) {
                throw failed;
            }
            neverListen(refused);
        }
        return false;
    }

    /** Begins before everything is looked at, so that nothing is missed in between. */
    private void listen(Admin broker, Seen before) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = Groups.written(broker, GROUPS);
        before.logs().forEach((partition, log) -> ends.put(partition, log.end()));
        doorbell.listen(ends);
    }

    private void neverListen(AuthorizationException refused) {
        LOG.warn("This monitor asks the brokers each second, since it may not listen: {}", refused.getMessage());
        mayListen = false;
    }

    private Seen everything(Admin broker) throws InterruptedException, ExecutionException {
        // What was committed first: else a record that comes meanwhile might seem to be read before it was written.
        Groups groups = Groups.read(broker, GROUPS);
        long now = System.nanoTime();
        return new Seen(groups, logs.read(broker), now);
    }

    private static boolean isPast(long nanos, Duration duration) {
        return System.nanoTime() - nanos >= duration.toNanos();
    }

    private Sighting sighting(Seen seen) {
        Map<Stage, Group> groups = new HashMap<>();
        for (Stage stage : Stage.values()) {
            groups.put(stage, group(stage, seen.groups(), seen.logs()));
        }
        return new Sighting(clock.instant(), named(seen.logs()), groups);
    }

    private static Map<PartitionId, Log> named(Map<TopicPartition, Log> logs) {
        Map<PartitionId, Log> named = new HashMap<>();
        logs.forEach((partition, log) -> named.put(id(partition), log));
        return named;
    }

    @Override
    public synchronized void destroy() {
        doorbell.close();
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

    /**
     * What the broker told.
     *
     * @param at when it was asked, as {@link System#nanoTime()}
     */
    private record Seen(Groups groups, Map<TopicPartition, Log> logs, long at) {}

    private static PartitionId id(TopicPartition partition) {
        return new PartitionId(partition.topic(), partition.partition());
    }
}

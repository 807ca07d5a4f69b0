package org.upprop.monitor.flow.messaging;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeLogDirsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.monitor.flow.Broker;
import org.upprop.monitor.flow.Broker.Disk;
import org.upprop.monitor.flow.Cluster;

/**
 * Asks each broker by itself, apart from the looks at the flow: these end when one broker that they need is lost, and cannot
 * say which. The cluster itself notices only after its session timeout of 9 s. While the flow is at rest it knocks instead,
 * which is no request, and asks when a broker does not open or seldom.
 */
@Component
class BrokersWatch implements Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(BrokersWatch.class);
    private static final int PATIENCE_MS = 1_500;

    private final BrokerConnection connection;
    private final BrokerLooks flow;
    private final Map<Integer, Disk> disks = new HashMap<>();
    private final List<Node> doors = new ArrayList<>();
    private volatile List<Broker> known = List.of();
    private long askedAt = System.nanoTime() - BrokerLooks.REST.toNanos();

    BrokersWatch(BrokerConnection connection, BrokerLooks flow) {
        this.connection = connection;
        this.flow = flow;
    }

    @Override
    public List<Broker> brokers() {
        return known;
    }

    // At a fixed rate each run has a thread of its own, so that it does not wait for the looks at the flow.
    @Scheduled(fixedRateString = "${upprop.monitor.brokers:3s}")
    synchronized void look() throws InterruptedException {
        boolean allAnswered = known.stream().allMatch(Broker::answers);
        boolean isRecent = System.nanoTime() - askedAt < BrokerLooks.REST.toNanos();
        if (flow.isQuiet() && allAnswered && isRecent) {
            if (doors.stream().allMatch(BrokersWatch::opens)) {
                return;
            }
            flow.wake();
        }
        ask();
        if (!known.stream().allMatch(Broker::answers)) {
            flow.wake();
        }
    }

    /**
     * Whether a broker answers a goodbye with one. It need not understand a word for that, but one whose host is gone, that
     * ended or that hangs does not do it.
     */
    private static boolean opens(Node broker) {
        try (Socket door = new Socket()) {
            door.connect(new InetSocketAddress(broker.host(), broker.port()), PATIENCE_MS);
            door.setSoTimeout(PATIENCE_MS);
            door.shutdownOutput();
            return door.getInputStream().read() < 0;
        } catch (IOException closed) {
            return false;
        }
    }

    private void ask() throws InterruptedException {
        Set<Integer> ids = known.stream().map(Broker::id).collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> answering = answering(ids);
        known = ids.stream()
                .map(id -> new Broker(id, answering.contains(id), disks.get(id)))
                .toList();
        askedAt = System.nanoTime();
    }

    /** Those that answer, none while the cluster does not. All that are registered are added to the known. */
    private Set<Integer> answering(Set<Integer> known) throws InterruptedException {
        Set<Integer> answering = new HashSet<>();
        try {
            Admin cluster = connection.admin();
            var asked =
                    cluster.describeLogDirs(there(cluster, known), new DescribeLogDirsOptions().timeoutMs(PATIENCE_MS));
            for (var broker : asked.descriptions().entrySet()) {
                if (answers(broker.getKey(), broker.getValue())) {
                    answering.add(broker.getKey());
                }
            }
        } catch (ExecutionException | KafkaException away) {
            LOG.debug("No broker says which there are", away);
        }
        return answering;
    }

    /** Those that are in the cluster. */
    private Set<Integer> there(Admin cluster, Set<Integer> known) throws InterruptedException, ExecutionException {
        Set<Integer> there = new HashSet<>();
        doors.clear();
        for (Node node : cluster.describeCluster(new DescribeClusterOptions().includeFencedBrokers(true))
                .nodes()
                .get()) {
            known.add(node.id());
            if (!node.isFenced()) {
                there.add(node.id());
                doors.add(node);
            }
        }
        return there;
    }

    /** One that may not tell the monitor of its disks answers too. */
    private boolean answers(Integer id, KafkaFuture<Map<String, LogDirDescription>> asked) throws InterruptedException {
        try {
            Disk disk = fullest(asked.get().values());
            if (disk != null) {
                disks.put(id, disk);
            }
            return true;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof AuthorizationException;
        }
    }

    /** One that failed tells no size any more. */
    private static @Nullable Disk fullest(Collection<LogDirDescription> folders) {
        return folders.stream()
                .filter(folder -> folder.error() != null
                        || folder.totalBytes().isPresent()
                                && folder.usableBytes().isPresent())
                .map(folder -> new Disk(
                        folder.totalBytes().orElse(0), folder.usableBytes().orElse(0), folder.error() != null))
                .max(Comparator.comparing(Disk::failed).thenComparing(disk -> -disk.freeShare()))
                .orElse(null);
    }
}

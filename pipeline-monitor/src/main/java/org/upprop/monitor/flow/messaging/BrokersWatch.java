package org.upprop.monitor.flow.messaging;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
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
 * which is no request, and asks when a broker does not open, or when a disk could have become full since.
 */
@Component
class BrokersWatch implements Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(BrokersWatch.class);
    private static final int PATIENCE_MS = 1_500;

    private final BrokerConnection connection;
    private final BrokerLooks flow;
    private final SortedSet<Integer> ids = new TreeSet<>();
    private final Map<Integer, Disk> disks = new HashMap<>();
    private List<Node> there = List.of();
    private volatile List<Broker> known = List.of();
    private long foundAt;
    private long askedAt;

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
        boolean atRest = flow.isQuiet()
                && !there.isEmpty()
                && allAnswered()
                && since(foundAt).compareTo(BrokerLooks.REST) < 0;
        boolean open = atRest && there.stream().allMatch(BrokersWatch::opens);
        if (open && disks.values().stream().allMatch(disk -> since(askedAt).compareTo(disk.lasts()) < 0)) {
            return;
        }
        if (atRest && !open) {
            flow.wake();
        }
        if (!open) {
            find();
        }
        ask();
        if (!allAnswered()) {
            flow.wake();
        }
    }

    private boolean allAnswered() {
        return known.stream().allMatch(Broker::answers);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
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

    /** Those that are in the cluster; those of before where nobody says it, since it may have been a lost one that was asked. */
    private void find() throws InterruptedException {
        try {
            Collection<Node> nodes = connection
                    .admin()
                    .describeCluster(new DescribeClusterOptions()
                            .includeFencedBrokers(true)
                            .timeoutMs(PATIENCE_MS))
                    .nodes()
                    .get();
            nodes.forEach(node -> ids.add(node.id()));
            there = nodes.stream().filter(node -> !node.isFenced()).toList();
            foundAt = System.nanoTime();
        } catch (ExecutionException | KafkaException away) {
            LOG.debug("No broker says which there are", away);
        }
    }

    private void ask() throws InterruptedException {
        Set<Integer> answering = new HashSet<>();
        if (!there.isEmpty()) {
            var asked = connection
                    .admin()
                    .describeLogDirs(
                            there.stream().map(Node::id).toList(), new DescribeLogDirsOptions().timeoutMs(PATIENCE_MS));
            for (var broker : asked.descriptions().entrySet()) {
                if (answers(broker.getKey(), broker.getValue())) {
                    answering.add(broker.getKey());
                }
            }
        }
        known = ids.stream()
                .map(id -> new Broker(id, answering.contains(id), disks.get(id)))
                .toList();
        askedAt = System.nanoTime();
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

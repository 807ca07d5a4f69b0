package org.upprop.monitor.flow.messaging;

import java.time.Duration;
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
import org.apache.kafka.common.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.monitor.flow.Broker;
import org.upprop.monitor.flow.Broker.Disk;
import org.upprop.monitor.flow.Cluster;

/**
 * Asks each broker by itself, apart from the looks at the flow: these end when one broker that they need is lost, and cannot
 * say which. The cluster itself notices only after its session timeout of 9 s.
 */
@Component
class BrokersWatch implements Cluster, DisposableBean {

    private static final int PATIENCE_MS = 1_500;

    private final Map<String, Object> adminConfig;
    private final Map<Integer, Disk> disks = new HashMap<>();
    private volatile List<Broker> known = List.of();
    private @Nullable Admin admin;

    BrokersWatch(KafkaAdmin admin) {
        this.adminConfig = admin.getConfigurationProperties();
    }

    @Override
    public List<Broker> brokers() {
        return known;
    }

    // At a fixed rate each run has a thread of its own, so that it does not wait for the looks at the flow.
    @Scheduled(fixedRateString = "${upprop.monitor.brokers:6s}")
    void look() throws InterruptedException {
        Set<Integer> ids = known.stream().map(Broker::id).collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> answering = Set.of();
        try {
            Admin cluster = connected();
            Set<Integer> there = there(cluster, ids);
            answering = answering(cluster, there);
        } catch (ExecutionException | KafkaException nobodyAnswers) {
            // All are told as lost, which is what they are from here.
        }
        Set<Integer> alive = answering;
        known = ids.stream()
                .map(id -> new Broker(id, alive.contains(id), disks.get(id)))
                .toList();
    }

    @Override
    public void destroy() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** Those that are in the cluster. All that are registered are added to the known. */
    private static Set<Integer> there(Admin cluster, Set<Integer> known)
            throws InterruptedException, ExecutionException {
        Set<Integer> there = new HashSet<>();
        for (Node node : cluster.describeCluster(new DescribeClusterOptions().includeFencedBrokers(true))
                .nodes()
                .get()) {
            known.add(node.id());
            if (!node.isFenced()) {
                there.add(node.id());
            }
        }
        return there;
    }

    private Set<Integer> answering(Admin cluster, Set<Integer> there) throws InterruptedException {
        Set<Integer> answering = new HashSet<>();
        var asked = cluster.describeLogDirs(there, new DescribeLogDirsOptions().timeoutMs(PATIENCE_MS))
                .descriptions();
        for (var broker : asked.entrySet()) {
            try {
                Disk disk = fullest(broker.getValue().get().values());
                if (disk != null) {
                    disks.put(broker.getKey(), disk);
                }
                answering.add(broker.getKey());
            } catch (ExecutionException silent) {
                answering.remove(broker.getKey());
            }
        }
        return answering;
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

    private Admin connected() {
        if (admin == null) {
            admin = Admin.create(adminConfig);
        }
        return admin;
    }
}

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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.flow.Broker;
import org.upprop.monitor.flow.Broker.Disk;

/** The brokers that there are, or were since the monitor looks, and what is left on their disks. They are asked every few seconds. */
final class Brokers {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Map<Integer, Disk> disks = new HashMap<>();
    private List<Broker> known = List.of();
    private long askedAt;

    /**
     * @param replicas the brokers that have a copy of some partition, whether they are there or not
     */
    List<Broker> read(Admin cluster, Set<Integer> replicas) throws InterruptedException, ExecutionException {
        if (known.isEmpty() || System.nanoTime() - askedAt >= PAUSE.toNanos()) {
            known = asked(cluster, replicas);
            askedAt = System.nanoTime();
        }
        return known;
    }

    private List<Broker> asked(Admin cluster, Set<Integer> replicas) throws InterruptedException, ExecutionException {
        Set<Integer> there = new HashSet<>();
        for (Node node : cluster.describeCluster().nodes().get()) {
            there.add(node.id());
        }
        Set<Integer> answering = new HashSet<>();
        for (var asked : cluster.describeLogDirs(there).descriptions().entrySet()) {
            try {
                Disk disk = fullest(asked.getValue().get().values());
                if (disk != null) {
                    disks.put(asked.getKey(), disk);
                }
                answering.add(asked.getKey());
            } catch (ExecutionException silent) {
                answering.remove(asked.getKey());
            }
        }
        Set<Integer> all = new TreeSet<>(replicas);
        all.addAll(there);
        known.forEach(broker -> all.add(broker.id()));
        return all.stream()
                .map(id -> new Broker(id, answering.contains(id), disks.get(id)))
                .toList();
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

package org.upprop.monitor.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.upprop.event.Topics;
import org.upprop.monitor.flow.PartitionFlow.Look;
import org.upprop.monitor.flow.Sighting.Group;
import org.upprop.monitor.flow.Sighting.Reading;

/** The flow through all stages, as it was at the last look. */
public record Pipeline(Instant asOf, List<StageFlow> stages) {

    /** What rates and verdicts are of. Short, since an operator is to see within 10 s what goes wrong. */
    static final Duration WINDOW = Duration.ofSeconds(6);

    public Pipeline {
        stages = List.copyOf(stages);
    }

    /** @param sightings those of the window, from the oldest to the newest */
    static Pipeline of(List<Sighting> sightings) {
        return new Pipeline(
                sightings.getLast().at(),
                Arrays.stream(Stage.values())
                        .map(stage -> stage(stage, sightings))
                        .toList());
    }

    /** The worst of its stages. */
    public Verdict verdict() {
        return stages.stream().map(StageFlow::verdict).reduce(Verdict.OK, Verdict::orWorse);
    }

    public StageFlow of(Stage stage) {
        return stages.get(stage.ordinal());
    }

    /** Records that intake writes a second; what comes back from the dead letters is none of them. */
    public double fromIntake() {
        return of(Stage.VERIFICATION).partitions().stream()
                .filter(partition -> partition.id().topic().equals(Topics.SUBMITTED))
                .mapToDouble(partition -> partition.rates().in())
                .sum();
    }

    private static StageFlow stage(Stage stage, List<Sighting> sightings) {
        Sighting last = sightings.getLast();
        Group group = last.groups().get(stage);
        return new StageFlow(
                stage,
                group == null ? 0 : group.members(),
                last.logs().keySet().stream()
                        .filter(partition -> stage.topics().contains(partition.topic()))
                        .sorted()
                        .map(partition -> PartitionFlow.of(partition, looks(stage, partition, sightings), WINDOW))
                        .toList());
    }

    private static List<Look> looks(Stage stage, PartitionId partition, List<Sighting> sightings) {
        return sightings.stream()
                .filter(sighting -> sighting.logs().containsKey(partition))
                .map(sighting -> new Look(
                        sighting.at(),
                        Objects.requireNonNull(sighting.logs().get(partition)),
                        reading(stage, partition, sighting)))
                .toList();
    }

    private static Reading reading(Stage stage, PartitionId partition, Sighting sighting) {
        Group group = sighting.groups().get(stage);
        return group == null ? Reading.NONE : group.readings().getOrDefault(partition, Reading.NONE);
    }
}

package org.upprop.monitor.deadletter;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.upprop.monitor.flow.PartitionId;

/**
 * A selection of what there was at one moment: what is set aside later is another matter.
 *
 * @param ends the first offset of each partition that was not there yet
 */
public record Scope(Selection selection, Map<PartitionId, Long> ends) {

    public Scope {
        ends = Map.copyOf(ends);
    }

    public boolean has(DeadLetter letter) {
        return letter.id().offset() < ends.getOrDefault(letter.id().partition(), 0L) && selection.has(letter);
    }

    Map<String, String> details() {
        Map<String, String> details = new TreeMap<>(selection.details());
        details.put(
                "ends",
                Selection.Places.write(ends.entrySet().stream()
                        .map(end -> new Place(end.getKey(), end.getValue()))
                        .toList()));
        return details;
    }

    /** @throws IllegalArgumentException if they tell none */
    static Scope of(Map<String, String> details) {
        return new Scope(
                Selection.of(details),
                Selection.Places.read(details.getOrDefault("ends", "")).stream()
                        .collect(Collectors.toMap(Place::partition, Place::offset)));
    }
}

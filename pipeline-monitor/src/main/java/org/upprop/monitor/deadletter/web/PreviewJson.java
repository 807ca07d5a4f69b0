package org.upprop.monitor.deadletter.web;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.upprop.monitor.deadletter.DeadLetter;

/** How many dead letters something would be done to, and has not been. */
public record PreviewJson(int count, List<PartJson> counts) {

    static PreviewJson of(List<DeadLetter> letters) {
        SortedMap<String, SortedMap<String, Long>> parts = letters.stream()
                .collect(Collectors.groupingBy(
                        DeadLetter::topic,
                        TreeMap::new,
                        Collectors.groupingBy(DeadLetter::reasonId, TreeMap::new, Collectors.counting())));
        return new PreviewJson(
                letters.size(),
                parts.entrySet().stream()
                        .flatMap(topic ->
                                topic.getValue().entrySet().stream().map(reason -> PartJson.of(topic.getKey(), reason)))
                        .toList());
    }

    public record PartJson(String topic, String reason, long count) {

        private static PartJson of(String topic, Map.Entry<String, Long> reason) {
            return new PartJson(topic, reason.getKey(), reason.getValue());
        }
    }
}

package org.upprop.monitor.deadletter;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some of the dead letters. */
public sealed interface Selection {

    boolean has(DeadLetter letter);

    /** As the record of actions tells it. */
    Map<String, String> details();

    /** @throws IllegalArgumentException if they tell none */
    static Selection of(Map<String, String> details) {
        String ids = details.get("ids");
        return ids == null ? new All(details.get("topic"), details.get("reason")) : new These(Places.read(ids));
    }

    /** Single ones. */
    record These(Set<Place> ids) implements Selection {

        public These {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean has(DeadLetter letter) {
            return ids.contains(letter.id());
        }

        @Override
        public Map<String, String> details() {
            return Map.of("ids", Places.write(ids));
        }
    }

    /** All of a topic, of a reason, of both; or simply all. */
    record All(@Nullable String topic, @Nullable String reason) implements Selection {

        @Override
        public boolean has(DeadLetter letter) {
            return (topic == null || topic.equals(letter.topic()))
                    && (reason == null || reason.equals(letter.reasonId()));
        }

        @Override
        public Map<String, String> details() {
            Map<String, String> details = new TreeMap<>();
            if (topic != null) {
                details.put("topic", topic);
            }
            if (reason != null) {
                details.put("reason", reason);
            }
            return details;
        }
    }

    /** Places as one text. */
    final class Places {

        private Places() {}

        static String write(Collection<Place> places) {
            return new TreeSet<>(places).stream().map(Place::toString).collect(Collectors.joining(" "));
        }

        /** @throws IllegalArgumentException if one of them is none */
        static Set<Place> read(String text) {
            return Stream.of(text.split(" "))
                    .filter(place -> !place.isEmpty())
                    .map(place -> Place.read(place).orElseThrow(() -> new IllegalArgumentException("No place")))
                    .collect(Collectors.toSet());
        }
    }
}

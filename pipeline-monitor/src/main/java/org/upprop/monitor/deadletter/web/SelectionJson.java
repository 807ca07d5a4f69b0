package org.upprop.monitor.deadletter.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.Place;
import org.upprop.monitor.deadletter.Selection;
import org.upprop.monitor.web.Problems;

/** Which dead letters a body means: those of some ids, those of a reason or topic or of both, or all. */
record SelectionJson(
        @Nullable List<@Nullable String> ids,
        @Nullable String topic,
        @Nullable String reason,
        @Nullable Boolean all) {

    /** So many single ones at once; more are chosen by reason or topic. */
    static final int MOST_IDS = 100;

    Selection selection() {
        boolean some = topic != null || reason != null;
        long said = Stream.of(ids != null, some, Boolean.TRUE.equals(all))
                .filter(chosen -> chosen)
                .count();
        if (said != 1) {
            throw Problems.invalid(
                    "", "selection.one", "Must have either ids, or a reason or topic or both, or \"all\": true.");
        }
        return ids == null ? bySort() : new Selection.These(places(ids));
    }

    private Selection bySort() {
        require("/topic", topic, Choices.TOPICS);
        require("/reason", reason, DeadLetter.REASONS);
        return new Selection.All(topic, reason);
    }

    private static Set<Place> places(List<@Nullable String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_IDS) {
            throw Problems.invalid("/ids", "ids.number", "Must be 1 to %d ids.".formatted(MOST_IDS));
        }
        return ids.stream().map(SelectionJson::place).collect(Collectors.toSet());
    }

    private static Place place(@Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(Place::read)
                .orElseThrow(() -> Problems.invalid("/ids", "ids.invalid", "Must be ids as the list tells them."));
    }

    private static void require(String pointer, @Nullable String value, List<String> choices) {
        if (value != null && !choices.contains(value)) {
            throw Problems.invalid(
                    pointer,
                    pointer.substring(1) + ".unknown",
                    "Must be one of %s.".formatted(String.join(", ", choices)));
        }
    }
}

package org.upprop.monitor.deadletter.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.event.EventType;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.Kind;
import org.upprop.monitor.deadletter.Listed;
import org.upprop.monitor.deadletter.Place;

/**
 * A part of the dead letters, from the newest to the oldest.
 *
 * @param next where the next part begins; null if there is none
 * @param counts of all there are
 */
record DeadLettersJson(List<LetterJson> items, @Nullable String next, List<CountJson> counts) {

    static DeadLettersJson of(List<Listed> part, boolean isLast, SortedMap<Kind, Integer> counts) {
        return new DeadLettersJson(
                part.stream().map(LetterJson::of).toList(),
                isLast ? null : Cursor.of(part.getLast().letter().position()),
                counts.entrySet().stream().map(CountJson::of).toList());
    }

    /**
     * @param original where it lay when it was set aside; like all that stands only in its headers null where they do not
     *     tell it, or not in its form
     */
    record LetterJson(
            String id,
            String topic,
            @Nullable String original,
            String reason,
            String state,
            Instant at,
            int size,
            int redrives,
            @Nullable String type,
            @Nullable Instant time,
            @Nullable String appeal,
            @Nullable UUID eventId) {

        static LetterJson of(Listed listed) {
            DeadLetter letter = listed.letter();
            DeadLetter.Envelope envelope = letter.envelope();
            return new LetterJson(
                    letter.id().toString(),
                    letter.topic(),
                    Optional.ofNullable(letter.original()).map(Place::toString).orElse(null),
                    letter.reasonId(),
                    listed.fate().id(),
                    letter.at(),
                    letter.size(),
                    letter.redrives(),
                    Optional.ofNullable(envelope.type()).map(EventType::id).orElse(null),
                    envelope.time(),
                    Optional.ofNullable(envelope.appeal()).map(Object::toString).orElse(null),
                    envelope.id());
        }
    }

    record CountJson(String topic, String reason, String state, int count) {

        static CountJson of(Map.Entry<Kind, Integer> counted) {
            Kind kind = counted.getKey();
            return new CountJson(kind.topic(), kind.reason(), kind.fate().id(), counted.getValue());
        }
    }
}

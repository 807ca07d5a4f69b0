package org.upprop.monitor.deadletter;

import org.jspecify.annotations.Nullable;

/** Which dead letters are looked at; what is not said does not matter. */
public record Filter(
        @Nullable String topic,
        @Nullable String reason,
        @Nullable Fate fate) {

    boolean has(Listed listed) {
        return new Selection.All(topic, reason).has(listed.letter()) && (fate == null || fate == listed.fate());
    }
}

package org.upprop.monitor.deadletter.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.event.Topics;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.Fate;
import org.upprop.monitor.deadletter.Filter;
import org.upprop.monitor.web.Problems;

/** What dead letters can be chosen by. */
final class Choices {

    static final List<String> TOPICS = List.of(Topics.SUBMITTED, Topics.VERIFIED);

    static final List<String> FATES = Arrays.stream(Fate.values()).map(Fate::id).toList();

    private Choices() {}

    /** What a program asks for; it is told what is no choice. */
    static Filter strict(@Nullable String topic, @Nullable String reason, @Nullable String fate) {
        require("topic", topic, TOPICS);
        require("reason", reason, DeadLetter.REASONS);
        require("state", fate, FATES);
        return lenient(topic, reason, fate);
    }

    /** What somebody asks for on a page; what is no choice is not asked for. */
    static Filter lenient(@Nullable String topic, @Nullable String reason, @Nullable String fate) {
        return new Filter(
                known(topic, TOPICS),
                known(reason, DeadLetter.REASONS),
                fate == null ? null : Fate.of(fate).orElse(null));
    }

    private static void require(String parameter, @Nullable String asked, List<String> choices) {
        if (asked != null && !choices.contains(asked)) {
            throw Problems.invalidParameter(
                    parameter, parameter + ".unknown", "Must be one of %s.".formatted(String.join(", ", choices)));
        }
    }

    private static @Nullable String known(@Nullable String asked, List<String> choices) {
        return asked != null && choices.contains(asked) ? asked : null;
    }
}

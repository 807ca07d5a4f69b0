package org.upprop.monitor.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.upprop.event.Topics;

/** A stage that reads topics, under the name of its consumer group. Intake reads none. */
public enum Stage {
    VERIFICATION(Topics.SUBMITTED),
    PUBLICATION(Topics.VERIFIED);

    private final String topic;

    Stage(String topic) {
        this.topic = topic;
    }

    public static Optional<Stage> of(String id) {
        return Arrays.stream(values()).filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** What pages and commands call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its consumer group. */
    public String group() {
        return id() + "-service";
    }

    /** What it reads: its topic, and what comes back to it. */
    public List<String> topics() {
        return List.of(topic, Topics.redriveOf(topic));
    }
}

package org.upprop.monitor.deadletter;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upprop.monitor.flow.PartitionId;

/** Where a record lies. As a text, topic, partition and offset stand with slashes between them; it names a dead letter. */
public record Place(PartitionId partition, long offset) implements Comparable<Place> {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,249})/([0-9]{1,6})/([0-9]{1,18})");
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::partition).thenComparing(Place::offset);

    public static Place of(String topic, int partition, long offset) {
        return new Place(new PartitionId(topic, partition), offset);
    }

    /** The place that a text names, if it names one. */
    public static Optional<Place> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(of(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition.topic() + "/" + partition.partition() + "/" + offset;
    }
}

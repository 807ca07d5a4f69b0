package org.upprop.monitor.flow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How the flow through a stage was for a span. It is only in memory, so it begins when the monitor starts; of steps in
 * which the broker did not answer there is nothing.
 */
final class Past {

    private final Span span;
    private final Deque<Moment> ended = new ArrayDeque<>();
    private final List<Moment> present = new ArrayList<>();

    Past(Span span) {
        this.span = span;
    }

    /** What a look saw. A step is told of once a later one has begun. */
    synchronized void saw(Moment look) {
        Instant begin = span.begin(look.from());
        if (!present.isEmpty() && !span.begin(present.getFirst().from()).equals(begin)) {
            ended.addLast(Moment.of(span.begin(present.getFirst().from()), present));
            present.clear();
        }
        present.add(look);
        Instant oldest = begin.minus(span.step().multipliedBy(span.steps()));
        while (!ended.isEmpty() && ended.getFirst().from().isBefore(oldest)) {
            ended.removeFirst();
        }
    }

    /** Its steps, from the oldest to the newest. */
    synchronized List<Moment> moments() {
        return List.copyOf(ended);
    }
}

package org.upprop.publication.list;

import java.time.Instant;
import java.util.List;

/**
 * How a list grew: those who are on it now, by when they came.
 *
 * @param resolution how long each step is
 * @param steps the times in which somebody came, in their order
 * @param milestones in the order of their size
 */
public record ListHistory(ListCount count, Resolution resolution, List<Step> steps, List<Milestone> milestones) {

    public ListHistory {
        steps = List.copyOf(steps);
        milestones = List.copyOf(milestones);
    }

    /**
     * An hour or a day.
     *
     * @param from its beginning, in UTC
     * @param individuals the people who came in it, hidden ones too
     * @param organisations the organisations that came in it
     * @param total all who came until its end
     */
    public record Step(Instant from, long individuals, long organisations, long total) {}

    /** A total and when it was first reached; it stays reached. */
    public record Milestone(long signatures, Instant reachedAt) {}
}

package org.upprop.monitor.web;

import java.util.SortedMap;

/** A line that shows a level for each step of time, as the path of an SVG. */
public final class StepLine {

    /** In units; each step is one unit wide. */
    public static final int HEIGHT = 100;

    private StepLine() {}

    /**
     * Draws it, with a gap where nothing is known.
     *
     * @param levels by the place of their step, from 0
     * @param highest what reaches full height
     */
    public static String path(SortedMap<Long, Double> levels, double highest) {
        StringBuilder line = new StringBuilder();
        long end = -1;
        long height = -1;
        for (var level : levels.entrySet()) {
            long place = level.getKey();
            long top = HEIGHT - Math.round(highest == 0 ? 0 : HEIGHT * level.getValue() / highest);
            if (place != end) {
                line.append('M').append(place).append(' ').append(top);
            } else if (top != height) {
                line.append('V').append(top);
            }
            end = place + 1;
            height = top;
            line.append('H').append(end);
        }
        return line.toString();
    }
}

package org.upprop.monitor.flow.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.flow.History;
import org.upprop.monitor.flow.Moment;
import org.upprop.monitor.flow.Span;
import org.upprop.monitor.flow.Stage;

/**
 * How the flow was, in steps of equal length; those are left out in which the broker did not answer.
 *
 * @param of which span it is of
 */
record HistoryJson(String of, long stepSeconds, List<StageJson> stages) {

    static HistoryJson of(Span span, History history) {
        return new HistoryJson(
                span.id(),
                span.step().toSeconds(),
                Arrays.stream(Stage.values())
                        .map(stage -> new StageJson(
                                stage.id(),
                                history.of(stage, span).stream()
                                        .map(MomentJson::of)
                                        .toList()))
                        .toList());
    }

    record StageJson(String stage, List<MomentJson> steps) {}

    /**
     * @param inPerSecond records written to its topics, on average
     * @param outPerSecond records that it read, on average
     * @param lagSeconds the highest age of its oldest unread record; null if it was never known
     */
    record MomentJson(
            Instant from,
            double inPerSecond,
            double outPerSecond,
            @Nullable Double lagSeconds) {

        static MomentJson of(Moment moment) {
            return new MomentJson(
                    moment.from(),
                    PipelineJson.tenths(moment.in()),
                    PipelineJson.tenths(moment.out()),
                    PipelineJson.seconds(moment.behind()));
        }
    }
}

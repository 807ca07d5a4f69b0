package org.upprop.local.pipeline;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upprop.local.pipeline.Pipeline.Broker;
import org.upprop.local.pipeline.Pipeline.Flow;
import org.upprop.local.pipeline.Pipeline.Partition;
import org.upprop.local.pipeline.Pipeline.Stage;

/** The pipeline as lines of a terminal, with picocli's marks for what is coloured. */
public final class Drawing {

    /** Of a stage with more partitions that are not ok, the worst are enough to see what is wrong. */
    private static final int MOST_PARTITIONS = 10;

    /** Fits on 80 columns; what may not is the name of a reader. */
    private static final String STAGE = "%-12s %-7s %8s %8s %9s %11s %11s %7s";

    private static final String PARTITION = "  %-34s %s %-12s %9s unread %-3s %s";

    /** Seconds: what alerts, too. */
    private static final double NEAR = 86_400;

    private static final long MEBIBYTE = 1024 * 1024;

    private static final List<String> VERDICTS = List.of("ok", "slow", "stalled", "stopped");
    private static final List<String> COLOURS = List.of("green", "yellow", "red", "red");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Drawing() {}

    /** Each line ends with its end. */
    public static String of(Pipeline pipeline) {
        Flow flow = pipeline.flow();
        List<String> lines = new ArrayList<>();
        lines.add(headline(flow));
        flow.brokers().stream()
                .filter(broker -> !broker.state().equals("ok"))
                .map(Drawing::of)
                .forEach(lines::add);
        lines.add("");
        lines.add(line(STAGE, "STAGE", "VERDICT", "IN/s", "OUT/s", "LAG", "LAG TIME", "DRAINED IN", "MEMBERS"));
        for (Stage stage : flow.stages()) {
            lines.add(of(stage));
            Double headroom = stage.headroomSeconds();
            if (headroom != null && headroom < NEAR) {
                lines.add("  @|red retention deletes unread records in %s at the earliest|@".formatted(time(headroom)));
            }
            List<Partition> troubled = troubled(stage);
            troubled.stream().limit(MOST_PARTITIONS).map(Drawing::of).forEach(lines::add);
            if (troubled.size() > MOST_PARTITIONS) {
                lines.add("  and %d more".formatted(troubled.size() - MOST_PARTITIONS));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String headline(Flow flow) {
        String moment = moment(flow.asOf());
        return flow.brokerAnswers()
                ? "The pipeline at %s: %s".formatted(moment, coloured(flow.verdict(), harmless(flow.verdict())))
                : "@|red The broker is away.|@ All below is as it was at %s.".formatted(moment);
    }

    private static String of(Broker broker) {
        Long total = broker.diskBytes();
        Long free = broker.diskFreeBytes();
        String left = total == null || free == null
                ? ""
                : line(", %,d of %,d MiB of its disk free", free / MEBIBYTE, total / MEBIBYTE);
        return "@|red Broker %d: %s%s|@".formatted(broker.id(), harmless(broker.state()), left);
    }

    private static String of(Stage stage) {
        Double behind = stage.lagSeconds();
        Double drain = stage.drainSeconds();
        return line(
                STAGE,
                harmless(stage.stage()),
                verdict(stage.verdict()),
                line("%,.1f", stage.inPerSecond()),
                line("%,.1f", stage.outPerSecond()),
                line("%,d", stage.lag()),
                behind == null ? "unknown" : time(behind),
                drain == null ? "never" : time(drain),
                line("%,d", stage.members()));
    }

    private static String of(Partition partition) {
        return line(
                PARTITION,
                harmless("%s-%d".formatted(partition.topic(), partition.partition())),
                verdict(partition.verdict()),
                harmless(partition.reason()),
                line("%,d", partition.lag()),
                partition.hot() ? "hot" : "",
                harmless(partition.reader()));
    }

    private static List<Partition> troubled(Stage stage) {
        return stage.partitions().stream()
                .filter(Partition::standsOut)
                .sorted(comparingInt((Partition partition) -> VERDICTS.indexOf(partition.verdict()))
                        .thenComparing(comparingLong(Partition::lag))
                        .reversed())
                .toList();
    }

    private static String verdict(String verdict) {
        return coloured(verdict, "%-7s".formatted(harmless(verdict)));
    }

    private static String coloured(String verdict, String text) {
        int place = VERDICTS.indexOf(verdict);
        return place < 0 ? text : "@|%s %s|@".formatted(COLOURS.get(place), text);
    }

    /** A client names itself, so its name may hold what a terminal or picocli would obey. */
    private static String harmless(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cf}]|@\\|", "?");
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return line("%.1f s", seconds);
        }
        if (whole < 3_600) {
            return line("%d min %02d s", whole / 60, whole % 60);
        }
        return whole < 86_400
                ? line("%d h %02d min", whole / 3_600, whole / 60 % 60)
                : line("%,d d %02d h", whole / 86_400, whole / 3_600 % 24);
    }

    private static String line(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts).stripTrailing();
    }
}

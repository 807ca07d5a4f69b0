package org.upprop.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DrawingTests {

    @Test
    void showsEachStageInOrderAndWhatIsWrongBelowIt() {
        assertThat(drawn("""
                {"asOf": "2022-01-12T09:00:07.123Z", "broker": "up", "verdict": "stalled", "brokers": [
                  {"id": 1, "state": "ok", "diskBytes": 1000000000, "diskFreeBytes": 900000000},
                  {"id": 2, "state": "disk-full", "diskBytes": 1000000000000, "diskFreeBytes": 2000000000},
                  {"id": 3, "state": "lost", "diskBytes": null, "diskFreeBytes": null}], "stages": [
                  {"stage": "verification", "group": "verification-service", "members": 2, "verdict": "ok",
                   "inPerSecond": 1234.5, "outPerSecond": 1240.0, "lag": 42, "lagSeconds": 0.412, "drainSeconds": 7.6,
                   "headroomSeconds": 86400.0,
                   "partitions": [
                     {"topic": "signatures.submitted.v1", "partition": 0, "verdict": "ok", "reason": null,
                      "reader": "verification-1", "first": 0, "next": 58, "end": 100, "inPerSecond": 1234.5,
                      "outPerSecond": 1240.0, "lag": 42, "lagSeconds": 0.412, "drainSeconds": 7.6, "headroomSeconds": 604799.6, "hot": false}]},
                  {"stage": "publication", "group": "publication-service", "members": 1, "verdict": "stalled",
                   "inPerSecond": 20.0, "outPerSecond": 0.0, "lag": 1012345, "lagSeconds": 125.4, "drainSeconds": null,
                   "headroomSeconds": 18600.0,
                   "partitions": [
                     {"topic": "signatures.verified.v1", "partition": 3, "verdict": "slow", "reason": "falls-behind",
                      "reader": "publication-1", "first": 0, "next": 1, "end": 1000001, "inPerSecond": 20.0,
                      "outPerSecond": 0.0, "lag": 1000000, "lagSeconds": 120.0, "drainSeconds": null,
                      "headroomSeconds": 18600.0, "hot": false},
                     {"topic": "signatures.verified.v1", "partition": 4, "verdict": "ok", "reason": null,
                      "reader": "publication-1", "first": 0, "next": 0, "end": 0, "inPerSecond": 0.0,
                      "outPerSecond": 0.0, "lag": 0, "lagSeconds": 0.0, "drainSeconds": 0.0,
                      "headroomSeconds": null, "hot": true},
                     {"topic": "signatures.verified.v1", "partition": 11, "verdict": "stalled", "reason": "no-progress",
                      "reader": "publication-1", "first": 0, "next": 7, "end": 12352, "inPerSecond": 0.0,
                      "outPerSecond": 0.0, "lag": 12345, "lagSeconds": 125.4, "drainSeconds": null,
                      "headroomSeconds": null, "hot": true}]}]}
                """)).isEqualTo("""
                The pipeline at 2022-01-12 09:00:07 UTC: stalled
                Broker 2: disk-full, 1,907 of 953,674 MiB of its disk free
                Broker 3: lost

                STAGE        VERDICT     IN/s    OUT/s       LAG    LAG TIME  DRAINED IN MEMBERS
                verification ok       1,234.5  1,240.0        42       0.4 s       7.6 s       2
                publication  stalled     20.0      0.0 1,012,345  2 min 05 s       never       1
                  retention deletes unread records in 5 h 10 min at the earliest
                  signatures.verified.v1-11          stalled no-progress     12,345 unread hot publication-1
                  signatures.verified.v1-3           slow    falls-behind 1,000,000 unread     publication-1
                  signatures.verified.v1-4           ok                           0 unread hot publication-1
                """);
    }

    @Test
    void showsTheWorstTenAndCountsTheRest() {
        String partitions = IntStream.range(0, 12)
                .mapToObj(partition -> partition("stopped", "no-reader", "null", 100 + partition))
                .collect(Collectors.joining(", "));

        List<String> lines = drawn(pipeline(partitions, 1266, "0.0")).lines().toList();

        assertThat(lines).hasSize(15).endsWith("  and 2 more");
        assertThat(lines.get(4)).endsWith("stopped no-reader          111 unread");
        assertThat(lines.get(13)).contains("102 unread");
    }

    @Test
    void saysSinceWhenItKnowsNothing() {
        String away = pipeline("", 0, "0.0").replace("\"up\"", "\"away\"");

        assertThat(drawn(away))
                .startsWith("The broker is away. All below is as it was at 2022-01-12 09:00:07 UTC.\n\n");
        assertThat(Pipeline.of(away).flows()).isFalse();
    }

    @Test
    void tellsTimesInTheirTwoLargestUnits() {
        assertThat(List.of("null", "0.0", "59.4", "59.96", "3599.4", "3600", "86399", "90000").stream()
                        .map(seconds ->
                                drawn(pipeline("", 1, seconds)).lines().toList().get(3))
                        .map(line -> line.replaceFirst(".*? 1 +", "").replaceFirst("  .*", "")))
                .containsExactly(
                        "unknown",
                        "0.0 s",
                        "59.4 s",
                        "1 min 00 s",
                        "59 min 59 s",
                        "1 h 00 min",
                        "23 h 59 min",
                        "1 d 01 h");
    }

    @Test
    void obeysNothingThatAClientCallsItself() {
        String name = "\\u001b[2J\\u009b2J@|red me|@";

        assertThat(drawn(pipeline(partition("slow", "falls-behind", '"' + name + '"', 1), 1, "0.0")))
                .endsWith("1 unread     ?[2J?2J?red me|@\n");
    }

    @Test
    void coloursVerdictsWhereTheTerminalShowsColours() {
        assertThat(Ansi.ON.string(Drawing.of(Pipeline.of(pipeline("", 0, "0.0")))))
                .contains("\u001b[33mslow");
    }

    private static String drawn(String json) {
        return Ansi.OFF.string(Drawing.of(Pipeline.of(json)));
    }

    private static String pipeline(String partitions, long lag, String lagSeconds) {
        return """
                {"asOf": "2022-01-12T09:00:07Z", "broker": "up", "verdict": "slow", "brokers": [], "stages": [
                  {"stage": "publication", "group": "publication-service", "members": 1, "verdict": "slow",
                   "inPerSecond": 0.0, "outPerSecond": 0.0, "lag": %d, "lagSeconds": %s, "drainSeconds": null,
                   "headroomSeconds": null, "partitions": [%s]}]}
                """.formatted(lag, lagSeconds, partitions);
    }

    private static String partition(String verdict, String reason, String reader, long lag) {
        return """
                {"topic": "signatures.verified.v1", "partition": 0, "verdict": "%s", "reason": "%s", "reader": %s,
                 "lag": %d, "hot": false}""".formatted(verdict, reason, reader, lag);
    }
}

package org.upprop.local.load;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger of a run.
 *
 * @param came how many signatories came
 * @param accepted how many of them were accepted in the end
 * @param mailed how many of these got a mail with a link
 * @param decided how many of these said that they want to be shown, and were answered
 * @param listed how many of these are on the list
 * @param missing how many of these are not
 * @param doubled how many are on the list more than once
 * @param unreleased how many are on the list and have not asked to be
 * @param monitorMisses what the monitor's ledger says is lost of all appeals; null if it did not tell in time
 * @param answers how many attempts to sign were answered with each status; 0 is none
 * @param refusals why somebody gave up: an answer that no further attempt would have changed, or one that could not be read;
 *     and how many did
 * @param answeredMillis how long the answers to these attempts took, from when each was due
 * @param listedSeconds from the last signatory's coming to when all were on the list, or it was given up
 */
public record Report(
        int came,
        int accepted,
        int mailed,
        int decided,
        int listed,
        int missing,
        int doubled,
        int unreleased,
        @Nullable Long monitorMisses,
        Map<Integer, Integer> answers,
        Map<String, Integer> refusals,
        Answered answeredMillis,
        double listedSeconds) {

    private static final double MILLI = 1e6;

    static Report of(Tally tally, Map<String, Integer> shown, @Nullable Long monitorMisses, double listedSeconds) {
        Set<String> decided = tally.mustBeShown();
        int listed = count(decided, shown::containsKey);
        return new Report(
                tally.cameSoFar(),
                tally.acceptedSoFar(),
                tally.mailedSoFar(),
                decided.size(),
                listed,
                decided.size() - listed,
                count(shown.keySet(), name -> shown.getOrDefault(name, 0) > 1),
                count(shown.keySet(), name -> !tally.mayBeShown().contains(name)),
                monitorMisses,
                tally.answers(),
                tally.refusals(),
                Answered.of(tally.waits()),
                listedSeconds);
    }

    /** Whether everybody who came is on the list, once. */
    @JsonIgnore
    public boolean isExact() {
        return accepted == came
                && listed == came
                && doubled == 0
                && unreleased == 0
                && monitorMisses != null
                && monitorMisses == 0;
    }

    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** Each line ends with its end. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(line("came", came));
        lines.add(line("accepted", accepted));
        lines.add(line("mailed", mailed));
        lines.add(line("decided", decided));
        lines.add(line("on the list", listed));
        lines.add(line("missing", missing));
        lines.add(line("doubled", doubled));
        lines.add(line("not released", unreleased));
        lines.add(
                monitorMisses == null
                        ? "the monitor did not tell whether anything is lost"
                        : line("lost, says the monitor", monitorMisses));
        answers.forEach((status, count) ->
                lines.add(line(status == 0 ? "attempts without an answer" : "answers " + status, count)));
        refusals.forEach((answer, count) -> lines.add(line(answer, count)));
        lines.add(String.format(
                Locale.ROOT,
                "answered in %,.0f ms (p50), %,.0f ms (p99), %,.0f ms at most",
                answeredMillis.p50(),
                answeredMillis.p99(),
                answeredMillis.most()));
        if (listed == came) {
            lines.add(
                    String.format(Locale.ROOT, "all were on the list %,.1f s after the last one came", listedSeconds));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(String what, long count) {
        return String.format(Locale.ROOT, "%-28s %,9d", what, count);
    }

    private static int count(Set<String> names, Predicate<String> which) {
        return (int) names.stream().filter(which).count();
    }

    /** Milliseconds. */
    public record Answered(double p50, double p99, double most) {

        static Answered of(long[] sortedNanos) {
            return new Answered(percentile(sortedNanos, 50), percentile(sortedNanos, 99), percentile(sortedNanos, 100));
        }

        private static double percentile(long[] sorted, int percent) {
            if (sorted.length == 0) {
                return 0;
            }
            int place = (int) ((long) sorted.length * percent / 100);
            return sorted[Math.min(sorted.length - 1, place)] / MILLI;
        }
    }
}

package org.upprop.monitor.deadletter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.Fate;
import org.upprop.monitor.deadletter.Filter;
import org.upprop.monitor.deadletter.Kind;
import org.upprop.monitor.deadletter.Listed;
import org.upprop.monitor.deadletter.Redrive;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page of the dead letters shows.
 *
 * @param stylesheet the address of what the monitor's pages look like
 * @param script the address of what keeps the numbers as they are; it works without
 * @param ready whether all dead letters were read
 * @param full whether the oldest may be missing
 * @param progress of the redrive that goes on, or of the last
 * @param part those of the list that are on this page
 * @param next where the next part begins; nothing if there is none
 * @param proof what the forms carry
 * @param acts whether the reader may act, or only look
 * @param wrong why nothing was done, in the reader's language
 */
public record DeadLettersView(
        Frame frame,
        Words words,
        String stylesheet,
        Optional<String> script,
        boolean ready,
        boolean full,
        Map<Kind, Integer> counts,
        Redrive.@Nullable Progress progress,
        Filter filter,
        List<Listed> part,
        @Nullable String next,
        String proof,
        boolean acts,
        @Nullable String wrong)
        implements MonitorPage {

    public static List<String> topics() {
        return Choices.TOPICS;
    }

    public static List<String> reasons() {
        return DeadLetter.REASONS;
    }

    public static Fate[] fates() {
        return Fate.values();
    }

    /** The counts by topic and reason, of each fate. */
    public List<Row> rows() {
        Map<Row, Map<Fate, Integer>> rows = new LinkedHashMap<>();
        counts.forEach((kind, count) -> rows.computeIfAbsent(
                        new Row(kind.topic(), kind.reason(), Map.of()), row -> new LinkedHashMap<>())
                .put(kind.fate(), count));
        return rows.entrySet().stream()
                .map(row -> new Row(row.getKey().topic(), row.getKey().reason(), row.getValue()))
                .toList();
    }

    public int waiting() {
        return counts.entrySet().stream()
                .filter(counted -> counted.getKey().fate() == Fate.WAITING)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** What stands for the fate that is looked at. */
    public String fate() {
        return filter.fate() == null ? "" : filter.fate().id();
    }

    /** The same list from another place on. */
    public String address(String after) {
        return address(filter).queryParam("after", after).encode().build().toUriString();
    }

    static UriComponentsBuilder address(Filter filter) {
        return UriComponentsBuilder.fromPath(DeadLettersPage.PATH)
                .queryParamIfPresent("topic", Optional.ofNullable(filter.topic()))
                .queryParamIfPresent("reason", Optional.ofNullable(filter.reason()))
                .queryParamIfPresent("state", Optional.ofNullable(filter.fate()).map(Fate::id));
    }

    /** How far a redrive is, as a sentence. */
    public String said(Redrive.Progress of) {
        String how =
                Optional.ofNullable(of.ended()).map(end -> end.outcome().id()).orElse("running");
        return words.say("run." + how, of.done(), of.redrive().count());
    }

    /** @param counts by fate; a fate that none has is missing */
    public record Row(String topic, String reason, Map<Fate, Integer> counts) {

        public int count(Fate fate) {
            return counts.getOrDefault(fate, 0);
        }
    }
}

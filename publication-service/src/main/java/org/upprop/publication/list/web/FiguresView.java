package org.upprop.publication.list.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.CountryCount;
import org.upprop.publication.list.ListHistory;
import org.upprop.publication.list.ListHistory.Milestone;
import org.upprop.publication.list.Resolution;
import org.upprop.publication.list.Sheet;
import org.upprop.publication.list.chart.BarChart;
import org.upprop.publication.list.chart.GrowthChart;
import org.upprop.site.Words;

/**
 * What the first page of a list shows of the whole.
 *
 * @param milestones the highest that were reached, the highest first
 * @param growth how the list grew, if there is anything to be seen
 * @param countries where those on the list are, if they are in several countries
 * @param elsewhere how many did not say where, or are not shown
 */
public record FiguresView(
        List<Milestone> milestones,
        @Nullable GrowthChart growth,
        boolean byHour,
        @Nullable BarChart countries,
        long elsewhere) {

    private static final FiguresView NONE = new FiguresView(List.of(), null, false, null, 0);
    private static final int MOST_MILESTONES = 3;

    public FiguresView {
        milestones = List.copyOf(milestones);
    }

    static FiguresView of(AskedList list, Sheet sheet, PageAddress here, Words words) {
        ListHistory history = sheet.history();
        if (history == null || here.has(PageAddress.REPORT)) {
            return NONE;
        }
        ShownHistory shown = ShownHistory.of(list, history);
        List<CountryCount> countries = list.shownCountries(sheet);
        return new FiguresView(
                highest(shown.milestones()),
                growth(shown, history.resolution()),
                history.resolution() == Resolution.HOUR,
                bars(countries, words),
                list.count().total()
                        - countries.stream().mapToLong(CountryCount::total).sum());
    }

    public boolean hasCharts() {
        return growth != null || countries != null;
    }

    /** When the growth begins, as people say it. */
    public String since(Instant first, Words words) {
        return byHour ? words.moment(first) : words.day(first);
    }

    /** When an hour or a day of the growth ends, as people say it. */
    public String until(Instant last, Words words) {
        return byHour ? words.moment(last.plus(Resolution.HOUR.length())) : words.day(last);
    }

    private static List<Milestone> highest(List<Milestone> milestones) {
        return milestones.stream()
                .sorted(Comparator.comparingLong(Milestone::signatures).reversed())
                .limit(MOST_MILESTONES)
                .toList();
    }

    private static @Nullable GrowthChart growth(ShownHistory shown, Resolution resolution) {
        return GrowthChart.of(
                        shown.items().stream()
                                .map(item -> new GrowthChart.Step(item.from(), item.total()))
                                .toList(),
                        resolution.length())
                .orElse(null);
    }

    private static @Nullable BarChart bars(List<CountryCount> countries, Words words) {
        return BarChart.of(
                        countries.stream()
                                .map(count -> new BarChart.Part(words.country(count.country()), count.total()))
                                .toList(),
                        words.say("countries.others"))
                .orElse(null);
    }
}

package org.upprop.publication.list.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.messaging.BrakeBook;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.publication.list.Appeals;
import org.upprop.publication.list.CountryCount;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListHistory;
import org.upprop.publication.list.ListPart;
import org.upprop.publication.list.ListPlace;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.publication.list.Resolution;
import org.upprop.publication.list.Sheet;
import org.upprop.site.PublicUrls;

/** Renders a list for a reader: {@code aList().of(names).asked("q", "ad").in("sv")}. */
record RenderedList(
        @Nullable Appeal appeal,
        ListCount count,
        List<ListedSignatory> names,
        @Nullable ListPlace next,
        boolean searchedInPart,
        Map<String, String> asked,
        @Nullable ListHistory history,
        List<CountryCount> countries) {

    static final Assets ASSETS = new Assets("/publication");

    static final AppealSlug SLUG = new AppealSlug("bread");
    private static final URI HERE = URI.create("https://upprop.example");
    private static final PublicUrls URLS = new PublicUrls(HERE, HERE, HERE);
    private static final Instant CHANGED = Instant.parse("2022-01-12T10:00:00Z");
    private static final Instant GROWS = Instant.parse("2022-01-12T00:00:00Z");

    static final Cursors CURSORS = new Cursors(() -> new SecretKeySpec(new byte[64], "AES"));
    private static final ListPages PAGES = new ListPages(
            ASSETS,
            new Frames(ASSETS, "/"),
            new Templates(),
            URLS,
            new BrakeBook(Map.of()),
            InstantSource.fixed(CHANGED),
            new Look(),
            CURSORS);

    static RenderedList aList() {
        return new RenderedList(
                Appeals.titled(SLUG, "Bread for all", "Bröd åt alla"),
                new ListCount(1234, 1200, 34, 34, 1, CHANGED, null, null),
                List.of(),
                null,
                false,
                Map.of(),
                null,
                List.of());
    }

    RenderedList of(ListedSignatory... others) {
        return of(List.of(others));
    }

    RenderedList of(List<ListedSignatory> others) {
        return new RenderedList(appeal, count, others, next, searchedInPart, asked, history, countries);
    }

    RenderedList ofAppeal(@Nullable Appeal other) {
        return new RenderedList(other, count, names, next, searchedInPart, asked, history, countries);
    }

    RenderedList closed() {
        return ofAppeal(Appeals.closed(SLUG, CHANGED));
    }

    RenderedList atRisk() {
        return ofAppeal(Appeals.inRevision(1, SLUG, true));
    }

    RenderedList counting(long total) {
        return new RenderedList(
                appeal,
                new ListCount(total, total, 0, 0, 1, CHANGED, null, null),
                names,
                next,
                searchedInPart,
                asked,
                history,
                countries);
    }

    RenderedList goingOn(ListPlace other) {
        return new RenderedList(appeal, count, names, other, searchedInPart, asked, history, countries);
    }

    RenderedList searchedUpTo(ListPlace other) {
        return new RenderedList(appeal, count, names, other, true, asked, history, countries);
    }

    RenderedList asked(String name, String value) {
        return new RenderedList(appeal, count, names, next, searchedInPart, Map.of(name, value), history, countries);
    }

    /** A list to which so many came from day to day, and that reached some milestones in its first day. */
    RenderedList grownBy(List<Integer> came, long... milestones) {
        return grownBy(Resolution.DAY, came, milestones);
    }

    RenderedList grownBy(Resolution resolution, List<Integer> came, long... milestones) {
        List<ListHistory.Step> steps = new ArrayList<>();
        long total = 0;
        for (int number : came) {
            total += number;
            steps.add(
                    new ListHistory.Step(GROWS.plus(resolution.length().multipliedBy(steps.size())), number, 0, total));
        }
        List<ListHistory.Milestone> reached = LongStream.of(milestones)
                .mapToObj(signatures -> new ListHistory.Milestone(signatures, CHANGED))
                .toList();
        return new RenderedList(
                appeal,
                count,
                names,
                next,
                searchedInPart,
                asked,
                new ListHistory(count, resolution, steps, reached),
                countries);
    }

    RenderedList from(CountryCount... others) {
        return new RenderedList(appeal, count, names, next, searchedInPart, asked, history, List.of(others));
    }

    /** The page. */
    String in(String language) {
        return new String(
                PAGES.page(
                        new AskedList(SLUG, appeal, count, 0),
                        new Sheet(new ListPart(count, names, next, searchedInPart), history, countries),
                        new PageAddress(asked),
                        new Reader(language, null, null, false)),
                StandardCharsets.UTF_8);
    }
}

package org.upprop.publication.list.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.control.Brakes;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.publication.list.ListPart;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.publication.list.Sheet;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.Language;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/** Renders the pages of a list. */
@Component
class ListPages {

    private static final String STYLESHEET = "list.css";
    private static final String SCRIPT = "list.js";

    private final Assets assets;
    private final Frames frames;
    private final Templates templates;
    private final PublicUrls urls;
    private final Brakes brakes;
    private final InstantSource clock;
    private final Look look;
    private final Cursors cursors;

    ListPages(
            Assets assets,
            Frames frames,
            Templates templates,
            PublicUrls urls,
            Brakes brakes,
            InstantSource clock,
            Look look,
            Cursors cursors) {
        this.assets = assets;
        this.frames = frames;
        this.templates = templates;
        this.urls = urls;
        this.brakes = brakes;
        this.clock = clock;
        this.look = look;
        this.cursors = cursors;
    }

    /** Tells apart the pages that one address gives for one state of the list. */
    String variant(AskedList list, Reader reader) {
        Appeal appeal = list.appeal();
        String text = appeal == null ? "" : reader.textOf(appeal).tag() + "-";
        return ListWords.of(reader, appeal).tag() + "-" + text + (isOpen(appeal) ? "open-" : "")
                + (closedAt(appeal) == null ? "" : "closed-") + look.fingerprint();
    }

    byte[] page(AskedList list, Sheet sheet, PageAddress here, Reader reader) {
        ListPart part = sheet.part();
        Appeal appeal = list.appeal();
        Words words = ListWords.of(reader, appeal);
        ListView.Heading heading = appeal == null ? null : heading(appeal, reader);
        boolean reporting = here.has(PageAddress.REPORT);
        NameView.Showing showing = new NameView.Showing(words, urls, reporting);
        List<ListedSignatory> shown = list.shown(part.signatories());
        return templates.page(
                "list.jte",
                new ListView(
                        frame(list, reader, here, heading, words),
                        words,
                        assets.address(STYLESHEET),
                        assets.address(SCRIPT),
                        heading,
                        list.shownCount(),
                        list.goal(),
                        "/api/v1/appeals/" + list.slug() + "/events",
                        isOpen(appeal),
                        closedAt(appeal),
                        here.carriedOnTo(urls.appealPage(list.slug())),
                        FindView.of(list, sheet, here, words),
                        FiguresView.of(list, sheet, here, words),
                        Organisations.arranged(those(SignatoryKind.ORGANISATION, shown), showing),
                        those(SignatoryKind.INDIVIDUAL, shown).stream()
                                .map(showing::person)
                                .toList(),
                        here.has(PageAddress.AFTER)
                                ? here.with(PageAddress.AFTER, null).toString()
                                : null,
                        part.next() == null
                                ? null
                                : here.with(PageAddress.AFTER, cursors.write(list.slug(), part.next()))
                                        .toString(),
                        part.searchedInPart(),
                        reporting ? null : here.with(PageAddress.REPORT, "1").toString(),
                        list.asOf(),
                        list.inQueue()));
    }

    /** The page that says what is wrong with an address. */
    byte[] notice(String notice, PageAddress here, Reader reader) {
        Words words = ListWords.of(reader, null);
        return templates.page(
                "notice.jte",
                new NoticeView(
                        frames.of(
                                reader,
                                other -> here.everybody().in(other.tag()).toString(),
                                words.say("notice." + notice + ".title"),
                                false),
                        words,
                        notice,
                        here.everybody().toString()));
    }

    private Frame frame(
            AskedList list, Reader reader, PageAddress here, ListView.@Nullable Heading heading, Words words) {
        Appeal appeal = list.appeal();
        Function<Language, String> address = language -> here.in(language.tag()).toString();
        return appeal == null || heading == null
                ? frames.of(reader, address, words.say("list"), false)
                : frames.of(
                        appeal,
                        reader,
                        address,
                        words.say("title", heading.title()),
                        words.language(),
                        isIndexed(list, here));
    }

    /** Whether search engines may keep a page: where names stand, and not where somebody looks for them. */
    static boolean isIndexed(AskedList list, PageAddress here) {
        return list.isIndexed() && !here.isFiltered() && !here.has(PageAddress.REPORT);
    }

    private boolean isOpen(@Nullable Appeal appeal) {
        return appeal != null && brakes.isOpen(appeal, clock.instant());
    }

    private @Nullable Instant closedAt(@Nullable Appeal appeal) {
        return appeal == null ? null : brakes.closed(appeal, clock.instant()).orElse(null);
    }

    private static ListView.Heading heading(Appeal appeal, Reader reader) {
        Language text = reader.textOf(appeal);
        return new ListView.Heading(appeal.in(text.tag()).title(), text);
    }

    private static List<ListedSignatory> those(SignatoryKind kind, List<ListedSignatory> shown) {
        return shown.stream().filter(signatory -> signatory.kind() == kind).toList();
    }
}

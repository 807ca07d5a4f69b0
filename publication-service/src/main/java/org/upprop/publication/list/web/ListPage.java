package org.upprop.publication.list.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.upprop.appeal.Appeal;
import org.upprop.publication.list.ListPart;
import org.upprop.publication.list.ListPlace;
import org.upprop.publication.list.ListQuery;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.publication.list.Signatories;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/** The list as a page, in the reader's language. */
@Controller
class ListPage {

    private final AskedLists lists;
    private final Signatories signatories;
    private final Layout layout;
    private final PublicUrls urls;
    private final InstantSource clock;

    ListPage(AskedLists lists, Signatories signatories, Layout layout, PublicUrls urls, InstantSource clock) {
        this.lists = lists;
        this.signatories = signatories;
        this.layout = layout;
        this.urls = urls;
        this.clock = clock;
    }

    @GetMapping(path = "/appeals/{slug}/signatories", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String source,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            WebRequest request) {
        AskedList list = lists.require(slug);
        ListPlace place = Parameters.after(after);
        Words words = Layout.WORDS.forReader(
                lang, accepted, list.appeal() == null ? null : list.appeal().originalLocale());
        boolean open = list.appeal() != null && list.appeal().isOpen(clock.instant());
        String variant = words.tag() + "-" + (open ? "open-" : "") + layout.fingerprint();
        if (request.checkNotModified(list.etag(variant))) {
            return answer(HttpStatus.NOT_MODIFIED, list.etag(variant)).build();
        }
        ListPart part = signatories.read(ListQuery.everybody(list.slug(), place, Parameters.LONGEST_PART));
        AskedList read = list.with(part.count());
        List<ListedSignatory> shown = read.shown(part.signatories());
        Addresses addresses = new Addresses(lang, after, source);
        ListView view = new ListView(
                new Frame(words, layout.stylesheet(), addresses.inEachLanguage()),
                heading(list.appeal(), words),
                read.shownCount(),
                list.goal(),
                open,
                addresses.carriedOnTo(urls.appealPage(list.slug())),
                those(SignatoryKind.ORGANISATION, shown, words),
                those(SignatoryKind.INDIVIDUAL, shown, words),
                place.equals(ListPlace.START) ? null : addresses.from(null),
                part.next() == null ? null : addresses.from(Cursor.of(part.next())),
                part.count().changedAt());
        return answer(HttpStatus.OK, read.etag(variant)).body(layout.render("list.jte", view));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, String etag) {
        return ResponseEntity.status(status)
                .contentType(Layout.HTML)
                .eTag(etag)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(Freshness.NAMES.header());
    }

    private static ListView.@Nullable Heading heading(@Nullable Appeal appeal, Words words) {
        return appeal == null
                ? null
                : new ListView.Heading(appeal.in(words.tag()).title(), appeal.localeFor(words.tag()));
    }

    private List<NameView> those(SignatoryKind kind, List<ListedSignatory> shown, Words words) {
        return shown.stream()
                .filter(signatory -> signatory.kind() == kind)
                .map(signatory -> NameView.of(signatory, words, urls))
                .toList();
    }
}

package org.upprop.publication.list.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.publication.list.ListPart;
import org.upprop.publication.list.ListQuery;
import org.upprop.publication.list.Signatories;

/** The list as a page, in the reader's language. */
@Controller
class ListPage {

    private final AskedLists lists;
    private final Signatories signatories;
    private final ListPages pages;

    ListPage(AskedLists lists, Signatories signatories, ListPages pages) {
        this.lists = lists;
        this.signatories = signatories;
        this.pages = pages;
    }

    @GetMapping(path = "/appeals/{slug}/signatories", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(@PathVariable String slug, HttpServletRequest asked, WebRequest request) {
        AskedList list = lists.require(slug);
        PageAddress here = PageAddress.of(asked);
        ListQuery query = new ListQuery(
                list.slug(),
                Parameters.kind(here.get(PageAddress.KIND)),
                Parameters.country(here.get(PageAddress.COUNTRY)),
                Parameters.beginning(here.get(PageAddress.BEGINNING)),
                Parameters.after(here.get(PageAddress.AFTER)),
                Parameters.LONGEST_PART);
        list.requireAllowed(query);
        Reader reader = Reader.of(asked);
        String variant = pages.variant(list, reader);
        if (request.checkNotModified(list.etag(variant))) {
            return answer(HttpStatus.NOT_MODIFIED, list.etag(variant)).build();
        }
        ListPart part = signatories.read(query);
        AskedList read = list.with(part.count());
        return answer(HttpStatus.OK, read.etag(variant))
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        ListWords.of(reader, list.appeal()).tag())
                .body(pages.page(read, part, here, reader));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, String etag) {
        return ResponseEntity.status(status)
                .contentType(Templates.HTML)
                .eTag(etag)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(Freshness.NAMES.header());
    }
}

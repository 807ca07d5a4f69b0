package org.upprop.publication.list.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.publication.list.ListQuery;
import org.upprop.publication.list.Sheet;
import org.upprop.publication.list.Sheets;
import org.upprop.publication.web.ListHeaders;

/** The list as a page, in the reader's language. */
@Controller
class ListPage {

    private final AskedLists lists;
    private final Sheets sheets;
    private final Cursors cursors;
    private final ListPages pages;
    private final Answers answers;

    ListPage(AskedLists lists, Sheets sheets, Cursors cursors, ListPages pages, Answers answers) {
        this.lists = lists;
        this.sheets = sheets;
        this.cursors = cursors;
        this.pages = pages;
        this.answers = answers;
    }

    @GetMapping(path = "/appeals/{slug}/signatories", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(
            @PathVariable String slug,
            HttpServletRequest asked,
            HttpServletResponse response,
            ServletWebRequest request) {
        AskedList list = lists.require(slug);
        PageAddress here = PageAddress.of(asked);
        ListQuery query = new ListQuery(
                list.slug(),
                Parameters.kind(here.get(PageAddress.KIND)),
                Parameters.country(here.get(PageAddress.COUNTRY)),
                Parameters.beginning(here.get(PageAddress.BEGINNING)),
                cursors.read(list.slug(), here.get(PageAddress.AFTER)),
                Parameters.LONGEST_PART);
        list.requireAllowed(query);
        if (ListPages.isIndexed(list, here)) {
            response.setHeader(ListHeaders.ROBOTS, "all");
        }
        Reader reader = Reader.of(asked);
        String variant = pages.variant(list, reader);
        return answers.to(question(list, here, reader, variant), request, () -> {
            long began = System.nanoTime();
            Sheet sheet = sheets.read(query, list.isAtRisk());
            AskedList now = list.with(sheet.part().count());
            return new Answer(now.etag(variant), pages.page(now, sheet, here, reader), began);
        });
    }

    private static Question question(AskedList list, PageAddress here, Reader reader, String variant) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                HttpHeaders.CONTENT_LANGUAGE,
                ListWords.of(reader, list.appeal()).tag());
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        return new Question(
                "page " + list.slug() + " " + variant + " " + here,
                list.etag(variant),
                Freshness.NAMES,
                Templates.HTML,
                headers);
    }
}

package org.upprop.publication.list.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.upprop.delivery.Failure;
import org.upprop.site.Words;

/** Says on a page, in the reader's language, why there is no list to show. */
@Order(0)
@ControllerAdvice(assignableTypes = ListPage.class)
class ListPageNotices {

    private final Layout layout;

    ListPageNotices(Layout layout) {
        this.layout = layout;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> on(UnknownAppeal unknown, WebRequest request) {
        return notice(HttpStatus.NOT_FOUND, "unknown", request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> on(InvalidParameter invalid, WebRequest request) {
        return notice(invalid.status(), "broken-link", request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> on(AppealsUnread unread, WebRequest request) {
        return notice(HttpStatus.SERVICE_UNAVAILABLE, "later", request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<byte[]> on(RuntimeException failed, WebRequest request) {
        if (Failure.of(failed) instanceof Failure.Outage) {
            return notice(HttpStatus.SERVICE_UNAVAILABLE, "later", request);
        }
        throw failed;
    }

    private ResponseEntity<byte[]> notice(HttpStatus status, String notice, WebRequest request) {
        @Nullable String lang = request.getParameter("lang");
        Words words = Layout.WORDS.forReader(lang, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), null);
        Frame frame = new Frame(
                words, layout.stylesheet(), new Addresses(lang, null, request.getParameter("source")).inEachLanguage());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(Layout.HTML)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noStore());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(ListApiProblems.RETRY_AFTER.toSeconds()));
        }
        return answer.body(layout.render("notice.jte", new NoticeView(frame, notice, status != HttpStatus.NOT_FOUND)));
    }
}

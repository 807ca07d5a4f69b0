package org.upprop.publication.list.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.upprop.delivery.Failure;
import org.upprop.page.web.ErrorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;

/** Says on a page, in the reader's language, why there is no list to show. */
@Order(0)
@ControllerAdvice(assignableTypes = ListPage.class)
class ListPageNotices {

    private final ListPages pages;
    private final ErrorPages errors;

    ListPageNotices(ListPages pages, ErrorPages errors) {
        this.pages = pages;
        this.errors = errors;
    }

    @ExceptionHandler
    ResponseEntity<Object> on(UnknownAppeal unknown, HttpServletRequest request) {
        return errors.page(HttpStatus.NOT_FOUND, new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> on(InvalidParameter invalid, HttpServletRequest request) {
        String notice = invalid.keepsBack() ? "kept-back" : "broken-link";
        return ResponseEntity.status(invalid.status())
                .contentType(Templates.HTML)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noStore())
                .body(pages.notice(notice, PageAddress.of(request), Reader.of(request)));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(AppealsUnread unread, HttpServletRequest request) {
        return later(request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> on(RuntimeException failed, HttpServletRequest request) {
        if (Failure.of(failed) instanceof Failure.Outage) {
            return later(request);
        }
        throw failed;
    }

    private ResponseEntity<Object> later(HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(ListApiProblems.RETRY_AFTER.toSeconds()));
        return errors.page(HttpStatus.SERVICE_UNAVAILABLE, headers, request);
    }
}

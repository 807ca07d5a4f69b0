package org.upprop.publication.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.upprop.page.web.ErrorPages;

/** What Spring refuses by itself: a page for who asks for one, else problem details; they repeat nothing of what was sent. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private final ErrorPages pages;

    Problems(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            problem.setDetail(null);
        }
        return pages.answer(status, headers, ((ServletWebRequest) request).getRequest())
                .orElseGet(() -> new ResponseEntity<>(body, headers, status));
    }
}

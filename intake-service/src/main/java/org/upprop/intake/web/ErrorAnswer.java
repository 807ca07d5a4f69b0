package org.upprop.intake.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.intake.page.web.ErrorPages;

/** What the server itself refuses, before or after any controller, is a problem or a page too. */
@RestController
class ErrorAnswer implements ErrorController {

    private final ErrorPages pages;

    ErrorAnswer(ErrorPages pages) {
        this.pages = pages;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<?> answer(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode status = HttpStatusCode.valueOf(code instanceof Integer given ? given : 404);
        return pages.answer(status, new HttpHeaders(), request)
                .orElseGet(() -> ResponseEntity.status(status).body(Problem.bodyOf(status)));
    }
}

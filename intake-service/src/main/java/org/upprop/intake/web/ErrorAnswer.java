package org.upprop.intake.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.page.web.ErrorPages;

/** What the server itself refuses, before or after any controller, is answered like every other error. */
@RestController
class ErrorAnswer implements ErrorController {

    private final ErrorPages pages;
    private final BodyProperties body;

    ErrorAnswer(ErrorPages pages, BodyProperties body) {
        this.pages = pages;
        this.body = body;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<?> answer(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode status = HttpStatusCode.valueOf(code instanceof Integer given ? given : 404);
        return pages.answer(status, new HttpHeaders(), request)
                .orElseGet(() -> ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem(status, request)));
    }

    private ProblemDetail problem(HttpStatusCode status, HttpServletRequest request) {
        ProblemDetail problem = Problem.bodyOf(status);
        if (status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)) {
            problem.setDetail(body.rule());
        }
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? Problem.at(path, problem)
                : problem;
    }
}

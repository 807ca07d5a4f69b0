package org.upprop.verification.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.upprop.verification.language.Languages;

/** What the server refused before any controller saw it. */
@Controller
class UnhandledErrors implements ErrorController {

    private final Pages pages;

    UnhandledErrors(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<?> error(HttpServletRequest request) {
        HttpStatusCode status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return path.startsWith("/api/")
                ? ResponseEntity.status(status).body(Problems.of(status))
                : pages.problem(
                        status,
                        Languages.forReader(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                        Failures.pageOf(status.value()));
    }
}

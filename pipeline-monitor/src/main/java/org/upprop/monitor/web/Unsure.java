package org.upprop.monitor.web;

import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.upprop.delivery.Away;

/** Answers where the broker did not: what was asked for may have been done all the same. */
@RestControllerAdvice(annotations = RestController.class)
class Unsure {

    @ExceptionHandler
    ErrorResponse on(Away away) {
        return Problems.later("The broker does not answer; look whether it was done all the same.");
    }
}

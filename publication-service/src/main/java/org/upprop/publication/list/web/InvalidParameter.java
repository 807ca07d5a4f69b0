package org.upprop.publication.list.web;

import org.springframework.http.HttpStatus;

/** A parameter of the address is wrong. It names the parameter and the rule, and never what was given. */
final class InvalidParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String AT_RISK = ".at-risk";

    private final HttpStatus status;
    private final String parameter;
    private final String code;

    private InvalidParameter(HttpStatus status, String parameter, String code, String rule) {
        super(rule);
        this.status = status;
        this.parameter = parameter;
        this.code = code;
    }

    /** It cannot be parsed. */
    static InvalidParameter unreadable(String parameter, String code, String rule) {
        return new InvalidParameter(HttpStatus.BAD_REQUEST, parameter, code, rule);
    }

    /** It is parsed, and not allowed. */
    static InvalidParameter forbidden(String parameter, String code, String rule) {
        return new InvalidParameter(HttpStatus.UNPROCESSABLE_CONTENT, parameter, code, rule);
    }

    /** It would find somebody who must not be found. */
    static InvalidParameter atRisk(String parameter, String rule) {
        return forbidden(parameter, parameter + AT_RISK, rule);
    }

    boolean keepsBack() {
        return code.endsWith(AT_RISK);
    }

    HttpStatus status() {
        return status;
    }

    String parameter() {
        return parameter;
    }

    String code() {
        return code;
    }

    String rule() {
        return String.valueOf(getMessage());
    }
}

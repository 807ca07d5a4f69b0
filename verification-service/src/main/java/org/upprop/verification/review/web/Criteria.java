package org.upprop.verification.review.web;

import java.util.List;

/** By what a reviewer may choose among what waits, and what was chosen: nothing is an empty value. */
public record Criteria(List<Option> appeals, String appeal, List<Option> marks, String mark) {

    /** One value, and what it is called. */
    public record Option(String value, String name) {}
}

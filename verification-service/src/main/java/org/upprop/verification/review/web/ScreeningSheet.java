package org.upprop.verification.review.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.verification.screening.RuleKind;

/** The page of the rules of screening. */
public record ScreeningSheet(Desk desk, List<Line> lines) {

    public List<String> kinds() {
        return Arrays.stream(RuleKind.values()).map(RuleKind::word).toList();
    }

    /** One rule. */
    public record Line(
            String id, String kind, String value, @Nullable String note, String by) {}
}

package org.upprop.verification.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why somebody reports an entry; its word is what forms and JSON send. */
public enum ReportReason {
    /** Who is named did not sign. */
    NOT_ME("not-me"),
    /** Who signed may not speak for the organisation. */
    NOT_AUTHORISED("not-authorised"),
    OFFENSIVE("offensive");

    private final String word;

    ReportReason(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ReportReason::word).toList();
    }

    public static Optional<ReportReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst();
    }
}

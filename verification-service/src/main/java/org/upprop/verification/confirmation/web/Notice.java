package org.upprop.verification.confirmation.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of what somebody did on the page before. */
enum Notice {
    SAVED,
    /** Saved, and a reviewer is asked. */
    REVIEW,
    UNCHANGED,
    /** The comment is deleted. */
    COMMENT,
    UNTICKED;

    /** How an address says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Notice> of(String word) {
        return Arrays.stream(values())
                .filter(notice -> notice.word().equals(word))
                .findFirst();
    }
}

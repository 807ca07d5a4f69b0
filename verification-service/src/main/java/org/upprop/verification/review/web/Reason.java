package org.upprop.verification.review.web;

import org.jspecify.annotations.Nullable;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;

/** Why a reviewer decides so, in their own words. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /**
     * As it was typed; nothing where it is blank.
     *
     * @throws InvalidValue if it is too long or has signs that nobody sees
     */
    static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : TypedText.lines("reason", text, LONGEST);
    }
}

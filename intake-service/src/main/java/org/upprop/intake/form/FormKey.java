package org.upprop.intake.form;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The idempotency key of one form: 128 random bits, so that pressing the button twice signs once. */
final class FormKey {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormKey() {}

    static String random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** The form with a key that is one. */
    static SentForm ensuredIn(SentForm form) {
        return FORM.matcher(form.text(Hidden.KEY)).matches() ? form : renewedIn(form);
    }

    /** The form with another key, so that it counts as a signature of its own. */
    static SentForm renewedIn(SentForm form) {
        return form.with(Hidden.KEY, random());
    }
}

package org.upprop.intake.form;

import java.time.Instant;
import org.upprop.intake.admission.Verdict;
import org.upprop.intake.signature.Outcome;

/** Where somebody is who has sent the form. Each carries the form on, so that nothing that was typed is lost. */
public sealed interface Step {

    /** The form as the next page holds it. */
    SentForm form();

    /** They want to change something. */
    record Changing(SentForm form) implements Step {}

    /**
     * The address may hold a typing error. Nothing was taken: a mail to a mistyped domain would tell a stranger who signs.
     * Sent once more as it is, the form is taken.
     *
     * @param meant what the address may have been meant to be
     */
    record Doubtful(SentForm form, String meant) implements Step {}

    /**
     * More comes than usual, so a challenge is to be met first.
     *
     * @param now when it was asked
     */
    record Held(SentForm form, Verdict.Held verdict, Instant now) implements Step {}

    /** They have an answer. */
    record Answered(SentForm form, Outcome outcome) implements Step {}
}

package org.upprop.intake.form;

/** What was sent is no form in UTF-8. It carries nothing of what was sent. */
public final class UnreadableForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableForm() {
        super("The form is not percent-encoded UTF-8");
    }
}

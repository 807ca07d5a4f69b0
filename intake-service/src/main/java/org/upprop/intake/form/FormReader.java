package org.upprop.intake.form;

import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.Policy;
import org.upprop.intake.input.LanguageTag;
import org.upprop.intake.signature.TypedSignature;
import org.upprop.intake.signature.TypedSignature.TypedConsent;
import org.upprop.intake.signature.TypedSignature.TypedContact;
import org.upprop.signature.SignatoryKind;
import org.upprop.text.InvalidValue;

/**
 * Makes a signature of a form. What the form of this appeal does not ask of this kind of signatory is left out, since a
 * form holds the fields of both kinds.
 */
final class FormReader {

    private final Appeal appeal;
    private final SentForm form;

    FormReader(Appeal appeal, SentForm form) {
        this.appeal = appeal;
        this.form = form;
    }

    TypedSignature signature() {
        return form.kind() == SignatoryKind.ORGANISATION ? organisation() : individual();
    }

    private TypedSignature individual() {
        boolean comments = appeal.policy().comments() != Policy.Comments.OFF;
        return new TypedSignature(
                "individual",
                form.typed(FormField.NAME),
                form.typed(FormField.EMAIL),
                form.typed(FormField.ROLE),
                form.typed(FormField.AFFILIATION),
                form.typed(FormField.CITY),
                form.typed(FormField.COUNTRY),
                comments ? form.typed(FormField.COMMENT) : null,
                null,
                null,
                null,
                null,
                null,
                locale(),
                form.text(Hidden.SOURCE),
                consent(),
                version());
    }

    private TypedSignature organisation() {
        return new TypedSignature(
                "organisation",
                form.typed(FormField.ORGANISATION),
                form.typed(FormField.EMAIL),
                null,
                null,
                null,
                form.typed(FormField.COUNTRY),
                null,
                website(),
                form.typed(FormField.ORGANISATION_TYPE),
                new TypedContact(form.typed(FormField.CONTACT_NAME), form.typed(FormField.CONTACT_ROLE)),
                form.typed(FormField.AUTHORISED) != null,
                form.typed(FormField.PARENT),
                locale(),
                form.text(Hidden.SOURCE),
                consent(),
                version());
    }

    /** People write where a site is as they say it, without a scheme. */
    private @Nullable String website() {
        String typed = form.typed(FormField.WEBSITE);
        return typed == null || typed.contains(":/") ? typed : "https://" + typed.strip();
    }

    private @Nullable TypedConsent consent() {
        String agreed = form.typed(FormField.CONSENT);
        return agreed == null ? null : new TypedConsent(agreed);
    }

    /** A language that is none was not typed by a person, so nobody can be asked to mend it. */
    private @Nullable String locale() {
        try {
            return new LanguageTag(form.text(Hidden.LANGUAGE)).value();
        } catch (InvalidValue none) {
            return null;
        }
    }

    private @Nullable Integer version() {
        try {
            return Integer.valueOf(form.text(Hidden.APPEAL_VERSION));
        } catch (NumberFormatException none) {
            return null;
        }
    }
}

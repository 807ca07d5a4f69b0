package org.upprop.intake.form;

import java.util.Optional;

/**
 * An address whose domain is nearly one of a large provider's.
 *
 * @param domain the domain as it was typed
 * @param meant the address that was probably meant
 */
public record DoubtfulAddress(String domain, String meant) {

    /** The address of a form, unless its owner has said that it is right. */
    static Optional<DoubtfulAddress> in(SentForm form) {
        return found(form).filter(doubtful -> !doubtful.domain().equals(form.text(Hidden.RIGHT_DOMAIN)));
    }

    /** The form with the address that was probably meant. */
    static SentForm correctedIn(SentForm form) {
        return found(form)
                .map(doubtful -> form.with(FormField.EMAIL.id(), doubtful.meant()))
                .orElse(form);
    }

    /** Asks once: sent a second time, the form says itself that the address is right. */
    Step asked(SentForm form) {
        return new Step.Doubtful(form.with(Hidden.RIGHT_DOMAIN, domain), meant);
    }

    private static Optional<DoubtfulAddress> found(SentForm form) {
        return of(form.text(FormField.EMAIL).strip());
    }

    /** What is doubtful about an address as it was typed; nothing where nothing is. */
    public static Optional<DoubtfulAddress> of(String typed) {
        int at = typed.lastIndexOf('@');
        String domain = typed.substring(at + 1);
        return MailDomains.meantBy(domain)
                .map(meant -> new DoubtfulAddress(domain, typed.substring(0, at + 1) + meant));
    }
}

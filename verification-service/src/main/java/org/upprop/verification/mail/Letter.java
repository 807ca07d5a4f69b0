package org.upprop.verification.mail;

import java.util.UUID;
import org.upprop.appeal.Appeal;
import org.upprop.signature.EmailAddress;

/**
 * A mail as it is written.
 *
 * @param sender the address that it comes from, under the publisher's name
 */
public record Letter(
        UUID mailId,
        String sender,
        EmailAddress to,
        Appeal.Publisher from,
        Appeal.Controller replyTo,
        String language,
        String subject,
        String text,
        String html) {

    @Override
    public String toString() {
        return "Letter[" + mailId + "]";
    }
}

package org.upprop.verification.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.signature.EmailAddress;

/**
 * A mail as it is written.
 *
 * @param sender the address that it comes from
 * @param from the name under which it comes, the publisher's; nothing where the mailbox shall not show it
 */
public record Letter(
        UUID mailId,
        String sender,
        EmailAddress to,
        @Nullable String from,
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

package org.upprop.verification.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.Released;

/**
 * A mail that one sender has taken from the queue, and what it is about.
 *
 * @param attempt counts the attempts to send it from 1; a sender that lost its lease is told by it
 * @param signatory nothing once its owner took it back
 * @param released what the list shows, nothing as long as nobody decided
 * @param reason why a reviewer decided as they did, in their words
 */
public record TakenMail(
        UUID mailId,
        MailKind kind,
        int attempt,
        SignatureId signature,
        AddressKey recipient,
        AppealSlug appeal,
        String locale,
        @Nullable Signatory signatory,
        @Nullable Released released,
        @Nullable String reason) {}

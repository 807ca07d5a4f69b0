package org.upprop.verification.confirmation.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The page that says what was decided.
 *
 * @param again where to say that mails may come again, for who said that it was not them
 */
public record StatusSheet(
        AppealSheet appeal,
        String status,
        @Nullable URI manage,
        @Nullable URI again) {}

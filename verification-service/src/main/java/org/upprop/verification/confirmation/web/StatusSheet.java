package org.upprop.verification.confirmation.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The page that says what was decided. */
public record StatusSheet(
        AppealSheet appeal, String status, @Nullable URI manage) {}

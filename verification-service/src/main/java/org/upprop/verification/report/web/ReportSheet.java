package org.upprop.verification.report.web;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a reader reports an entry.
 *
 * @param sent whether it was
 * @param fault what is wrong with what was sent, if anything is
 */
public record ReportSheet(boolean sent, @Nullable String fault, String reason, String comment) {}

package org.upprop.verification.confirmation.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells somebody of the own comment.
 *
 * @param says when the list shows it, in sentences
 * @param removal where it can be deleted; nothing as long as nothing is decided
 */
public record CommentSheet(
        String text, List<String> says, @Nullable URI removal) {}

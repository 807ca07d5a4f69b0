package org.upprop.verification.confirmation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the owner of an address decides. None of the choices is made in advance.
 *
 * @param withheld what the form says that the page shows nothing of
 */
public record DecisionSheet(
        AppealSheet appeal,
        List<String> entered,
        @Nullable CommentSheet comment,
        List<ChoiceSheet> choices,
        List<String> withheld,
        boolean isChoiceMissing) {}

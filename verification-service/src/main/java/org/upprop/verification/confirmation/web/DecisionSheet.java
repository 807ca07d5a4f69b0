package org.upprop.verification.confirmation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the owner of an address decides. None of the choices is made in advance.
 *
 * @param places what the form says of the places that its choices show
 */
public record DecisionSheet(
        AppealSheet appeal,
        List<String> entered,
        @Nullable CommentSheet comment,
        List<ChoiceSheet> choices,
        String places,
        boolean isChoiceMissing) {

    static final String NO_PLACES = "none";
    static final String ALL_PLACES = "all";
}

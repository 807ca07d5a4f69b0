package org.upprop.verification.confirmation.web;

import java.util.List;
import java.util.Map;

/**
 * The page that shows how a signature will look before a correction of it is saved.
 *
 * @param shown how it will look, where there is but one way
 * @param choices the ways in which it can be shown, with how it will then look
 * @param typed the fields of the form before it
 * @param isReviewed whether a reviewer is asked before it comes on the list
 */
public record PreviewSheet(
        AppealSheet appeal,
        List<String> shown,
        List<ChoiceSheet> choices,
        Map<String, String> typed,
        String seen,
        boolean isReviewed) {}

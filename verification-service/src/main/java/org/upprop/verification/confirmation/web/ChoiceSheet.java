package org.upprop.verification.confirmation.web;

import java.util.List;

/**
 * One choice, with how the signatory is then shown.
 *
 * @param shown line by line; nothing where nothing is shown
 * @param chosen whether it is what stands now; nothing else is chosen in advance
 */
public record ChoiceSheet(String word, List<String> shown, boolean chosen) {}

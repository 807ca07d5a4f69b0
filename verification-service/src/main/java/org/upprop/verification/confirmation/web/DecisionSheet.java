package org.upprop.verification.confirmation.web;

import java.util.List;

/** The page on which the owner of an address decides. None of the choices is made in advance. */
public record DecisionSheet(
        AppealSheet appeal, List<String> entered, List<ChoiceSheet> choices, boolean isChoiceMissing) {}

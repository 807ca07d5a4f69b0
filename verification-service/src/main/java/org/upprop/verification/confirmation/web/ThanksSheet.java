package org.upprop.verification.confirmation.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page after a decision. Nobody's name stands on it: its address holds no token, so it knows none.
 *
 * @param decision what was decided, as the end of the name of its sentence
 * @param when when it comes on the list, as the end of the name of its sentence
 * @param share where it can be passed on; nowhere where signatories are at risk
 * @param other where one can sign for the own organisation, or as a person; nothing where the appeal takes nothing more
 */
public record ThanksSheet(
        AppealSheet appeal,
        String status,
        @Nullable String decision,
        @Nullable String when,
        List<Option> share,
        @Nullable URI shared,
        @Nullable URI other,
        boolean isOfOrganisation) {}

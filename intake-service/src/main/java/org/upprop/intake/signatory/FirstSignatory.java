package org.upprop.intake.signatory;

import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatoryKind;

/**
 * A name that its owner released, and what was released beside it.
 *
 * @param country the code of a territory, if there is one
 */
public record FirstSignatory(
        String name,
        SignatoryKind kind,
        @Nullable String role,
        @Nullable String affiliation,
        @Nullable String country) {}

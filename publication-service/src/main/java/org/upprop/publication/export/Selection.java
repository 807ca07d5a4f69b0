package org.upprop.publication.export;

import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Country;

/**
 * Which names of a list are exported; hidden ones never are.
 *
 * @param places whether it is told where they are
 * @param country only those from this country
 */
public record Selection(
        AppealSlug appeal,
        boolean organisations,
        boolean people,
        boolean places,
        @Nullable Country country) {}

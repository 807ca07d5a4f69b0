package org.upprop.verification.review;

import org.jspecify.annotations.Nullable;
import org.upprop.signature.Country;
import org.upprop.signature.SignatureId;
import org.upprop.verification.signature.SignatureState;

/**
 * Another organisation of the same appeal that may be the same one. To be like it decides nothing.
 *
 * @param byDomain whether its website is on the same domain, and not only its name and country are the same
 */
public record Likeness(
        SignatureId other,
        @Nullable String name,
        @Nullable String website,
        @Nullable Country country,
        SignatureState state,
        boolean byDomain) {}

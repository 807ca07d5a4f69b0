package org.upprop.verification.submission;

import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.SignatureState;

/**
 * A submission that was new and is stored now.
 *
 * @param decided the signature that its signatory has decided already, if any
 */
public record Stored(
        SignatureId signature,
        AddressKey recipient,
        SignatureState state,
        @Nullable Decided decided) {

    /** What its signatory has decided before. */
    public record Decided(SignatureId signature, SignatureState state) {}
}

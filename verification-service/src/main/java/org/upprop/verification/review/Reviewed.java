package org.upprop.verification.review;

import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.SignatureState;

/** A signature that a reviewer decides about, as it stands. */
public record Reviewed(SignatureId signature, SignatureState state, AddressKey recipient) {}

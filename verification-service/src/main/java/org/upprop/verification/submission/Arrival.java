package org.upprop.verification.submission;

import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.identity.AddressKey;

/** A submission that was found genuine in form, and the address that is to decide about it. */
public record Arrival(SignatureSubmitted submission, AddressKey recipient) {}

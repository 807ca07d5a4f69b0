package org.upprop.verification.submission;

import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.SignatureState;

/** A submission as it stands; what is personal of it stays where it is. */
public record Submission(
        SignatureId signature,
        SignatureState state,
        AppealSlug appeal,
        Fingerprint fingerprint,
        AddressKey recipient) {}

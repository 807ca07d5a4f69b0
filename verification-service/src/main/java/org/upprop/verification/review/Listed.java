package org.upprop.verification.review;

import java.time.Instant;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.verification.signature.Released;

/** What is on a list. */
public record Listed(SignatureId signature, AppealSlug appeal, Released released, Instant listedAt) {}

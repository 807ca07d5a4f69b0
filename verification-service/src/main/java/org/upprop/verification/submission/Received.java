package org.upprop.verification.submission;

import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.ledger.Place;

/**
 * A record that was read.
 *
 * @param submission what it holds; nothing where it is of a type that came after this reader, and is passed over
 * @param trace the trace that it is of, in the form of the W3C; nothing where it is of none
 */
public record Received(
        Place place,
        @Nullable SignatureSubmitted submission,
        @Nullable String trace) {}

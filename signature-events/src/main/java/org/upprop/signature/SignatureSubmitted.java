package org.upprop.signature;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.text.InvalidValue;

/**
 * Somebody signed: the value of {@code signatures.submitted.v1}, whose key is the fingerprint.
 *
 * @param appealVersion the version of the appeal that the signatory saw
 * @param locale the language of mails and pages, a BCP 47 tag
 * @param source the site that the signature came through, {@code direct} where it is none of the appeal's sources
 * @param submittedAt when intake took it
 * @param screening marks that make a decided signature wait for a reviewer; they drop nothing
 * @param proof names the proof of work that was given, if one was asked for; its second use by another signature is a
 *     mark of screening. It says nothing of who gave it.
 * @param signatory everything personal, and nothing else
 */
public record SignatureSubmitted(
        SignatureId signatureId,
        AppealSlug appeal,
        int appealVersion,
        SignatoryKind kind,
        Fingerprint fingerprint,
        String locale,
        String source,
        Instant submittedAt,
        List<String> screening,
        @Nullable String proof,
        Signatory signatory) {

    public SignatureSubmitted {
        Stream.of(signatureId, appeal, fingerprint, locale, source, submittedAt).forEach(Objects::requireNonNull);
        screening = List.copyOf(screening);
        if (kind != signatory.kind()) {
            throw new InvalidValue("kind.mismatch", "Must be the kind of the signatory.");
        }
    }
}

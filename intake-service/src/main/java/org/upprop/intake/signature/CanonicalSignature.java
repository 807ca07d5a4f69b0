package org.upprop.intake.signature;

import org.jspecify.annotations.Nullable;
import org.upprop.event.EventJson;
import org.upprop.signature.Signatory;

/**
 * What a signature says and nothing else, so that the same one sent again is the same. The values of the signatory stand
 * in it as they go on, so a difference in spacing, in Unicode normalisation or in the order of fields makes no other
 * signature. What is filled in for the sender (the present version, the language of the browser, the name for a source
 * that is unknown) stays out, since that may differ when the same is sent again.
 *
 * @param appealVersion the version that was sent, nothing where none was
 * @param locale the language tag that was sent, nothing where none was
 * @param source the source that was sent, nothing where none was
 */
record CanonicalSignature(
        @Nullable Integer appealVersion,
        @Nullable String locale,
        @Nullable String source,
        Signatory signatory) {

    static CanonicalSignature of(TypedSignature typed, Submission read) {
        return new CanonicalSignature(
                typed.appealVersion(),
                isMissing(typed.locale()) ? null : read.locale(),
                isMissing(typed.source()) ? null : typed.source(),
                read.signatory());
    }

    /** As JSON, in the order of the components; a change of it makes new signatures of those that are sent again. */
    byte[] bytes() {
        return EventJson.write(this);
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

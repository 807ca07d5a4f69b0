package org.upprop.verification.list;

import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Released;

/**
 * A submission that becomes an entry.
 *
 * @param released exactly what the page showed
 */
public record NewEntry(
        SignatureId signature,
        AppealSlug appeal,
        Fingerprint fingerprint,
        int appealVersion,
        String locale,
        String source,
        Signatory signatory,
        ChosenDisplay display,
        Released released) {}

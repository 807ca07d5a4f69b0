package org.upprop.appeal;

import java.time.Instant;
import java.util.Map;

/**
 * One version of an appeal's texts: the value of {@code appeals.v1} under {@code slug/version}. It is written before the
 * version is in force, so that what somebody signed can always be read again.
 */
public record AppealText(
        AppealSlug slug,
        int version,
        String textHash,
        String originalLocale,
        Map<String, Appeal.Translation> translations,
        Appeal.Consent consent,
        Instant changedAt) {

    public AppealText {
        translations = Map.copyOf(translations);
    }
}

package org.upprop.verification.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.verification.signature.Released;

/**
 * An entry that was reported.
 *
 * @param times how often, by reason
 * @param since when it was first reported
 */
public record Reported(
        SignatureId signature,
        AppealSlug appeal,
        Released released,
        Map<ReportReason, Integer> times,
        List<String> comments,
        Instant since) {

    public Reported {
        times = Map.copyOf(times);
        comments = List.copyOf(comments);
    }
}

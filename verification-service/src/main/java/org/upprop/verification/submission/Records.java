package org.upprop.verification.submission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.ledger.Ledger;
import org.upprop.verification.ledger.Outcome;
import org.upprop.verification.ledger.Place;

/** Takes records in: what they hold is stored, and what became of them is counted, in one transaction. */
@Component
public class Records {

    private final Reception reception;
    private final Ledger ledger;
    private final AppealBook appeals;
    private final Submissions submissions;

    Records(Reception reception, Ledger ledger, AppealBook appeals, Submissions submissions) {
        this.reception = reception;
        this.ledger = ledger;
        this.appeals = appeals;
        this.submissions = submissions;
    }

    /** Takes a batch in, as {@link Reception#take} does, or nothing of it. */
    public void take(List<Received> batch) {
        List<SignatureSubmitted> submitted = batch.stream()
                .map(Received::submission)
                .filter(Objects::nonNull)
                .toList();
        if (submitted.isEmpty()) {
            ledger.count(outcomes(batch, Set.of()));
        } else {
            reception.take(submitted, fresh -> {
                ledger.count(outcomes(batch, fresh));
                keepTraces(batch, fresh);
            });
        }
    }

    /** Where signatories are at risk none is kept that tells when they signed. */
    private void keepTraces(List<Received> batch, Set<SignatureId> fresh) {
        Map<SignatureId, String> traces = new HashMap<>();
        for (Received received : batch) {
            SignatureSubmitted submission = received.submission();
            if (submission != null
                    && received.trace() != null
                    && fresh.contains(submission.signatureId())
                    && !appeals.get(submission.appeal()).policy().atRisk()) {
                traces.putIfAbsent(submission.signatureId(), received.trace());
            }
        }
        if (!traces.isEmpty()) {
            submissions.trace(traces);
        }
    }

    /** A record has become a dead letter. */
    public void setAside(Place place) {
        ledger.countSetAside(place);
    }

    /** Where one submission comes twice, the first one is new. */
    private static Map<Place, Outcome> outcomes(List<Received> batch, Set<SignatureId> stored) {
        Set<SignatureId> unseen = new HashSet<>(stored);
        Map<Place, Outcome> outcomes = new HashMap<>();
        for (Received received : batch) {
            SignatureSubmitted submission = received.submission();
            Outcome outcome = submission == null
                    ? Outcome.PASSED_OVER
                    : unseen.remove(submission.signatureId()) ? Outcome.FIRST_SEEN : Outcome.REPEATED;
            outcomes.put(received.place(), outcome);
        }
        return outcomes;
    }
}

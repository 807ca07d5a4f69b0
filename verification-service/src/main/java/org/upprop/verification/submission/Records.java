package org.upprop.verification.submission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
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

    Records(Reception reception, Ledger ledger) {
        this.reception = reception;
        this.ledger = ledger;
    }

    /** Takes a batch in, as {@link Reception#take} does, or nothing of it. */
    public void take(List<Received> batch) {
        List<SignatureSubmitted> submissions = batch.stream()
                .map(Received::submission)
                .filter(Objects::nonNull)
                .toList();
        if (submissions.isEmpty()) {
            ledger.count(outcomes(batch, Set.of()));
        } else {
            reception.take(submissions, fresh -> ledger.count(outcomes(batch, fresh)));
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

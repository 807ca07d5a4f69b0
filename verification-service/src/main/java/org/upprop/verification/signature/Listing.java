package org.upprop.verification.signature;

import java.util.List;
import org.upprop.appeal.Policy;
import org.upprop.signature.Signatory;

/** When a confirmed signature comes on the list. */
public enum Listing {
    AT_ONCE(SignatureState.LISTED),
    AFTER_REVIEW(SignatureState.AWAITING_REVIEW);

    private final SignatureState state;

    Listing(SignatureState state) {
        this.state = state;
    }

    SignatureState state() {
        return state;
    }

    /**
     * A mark of screening always asks for a reviewer; an organisation does unless its appeal takes the mail address on
     * its own domain as evidence.
     */
    public static Listing of(Signatory signatory, List<String> screening, Policy policy) {
        if (!screening.isEmpty()) {
            return AFTER_REVIEW;
        }
        return switch (signatory) {
            case Signatory.Individual person -> AT_ONCE;
            case Signatory.Organisation organisation ->
                switch (policy.organisations()) {
                    case REVIEW -> AFTER_REVIEW;
                    case DOMAIN_OR_REVIEW -> DomainEvidence.speaksFor(organisation) ? AT_ONCE : AFTER_REVIEW;
                };
        };
    }
}

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

    /** Where a signature on the list stands whose change is let on it so. */
    SignatureState stateOfChange() {
        return switch (this) {
            case AT_ONCE -> SignatureState.LISTED;
            case AFTER_REVIEW -> SignatureState.CHANGE_AWAITING_REVIEW;
        };
    }

    /**
     * How a change comes on the list. What an organisation says of itself is reviewed again, and so is what a person says
     * whom a mark had brought before a reviewer, also where that is to show more of what the reviewer has not seen; to be
     * shown less, or with less beside the name, is nobody else's business.
     *
     * @param shown how the signatory is shown now
     * @param display how it is to be shown
     */
    public static Listing ofChange(
            Signatory from, ChosenDisplay shown, Signatory to, ChosenDisplay display, List<String> screening) {
        boolean addsNothing = display.compareTo(shown) >= 0
                && inFull(Details.keptOf(from, to)).equals(inFull(to));
        return addsNothing || to instanceof Signatory.Individual && screening.isEmpty() ? AT_ONCE : AFTER_REVIEW;
    }

    private static Released inFull(Signatory signatory) {
        return Released.of(signatory, ChosenDisplay.FULL, false);
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

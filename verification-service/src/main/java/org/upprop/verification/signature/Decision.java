package org.upprop.verification.signature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatoryKind;

/** What the owner of an address may say to a submission; its word is what the form and the JSON send. */
public enum Decision {
    FULL("full"),
    INITIALS_WITH_ROLE("initials-with-role"),
    INITIALS("initials"),
    HIDDEN("hidden"),
    AUTHORISED("authorised"),
    NOT_MINE("not-mine");

    private final String word;

    Decision(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** How the signatory is then shown, or nothing where it is not on the list at all. */
    public Optional<ChosenDisplay> display() {
        return switch (this) {
            case FULL, AUTHORISED -> Optional.of(ChosenDisplay.FULL);
            case INITIALS_WITH_ROLE -> Optional.of(ChosenDisplay.INITIALS_WITH_ROLE);
            case INITIALS -> Optional.of(ChosenDisplay.INITIALS);
            case HIDDEN -> Optional.of(ChosenDisplay.HIDDEN);
            case NOT_MINE -> Optional.empty();
        };
    }

    /**
     * The choices, in the order of the page: where signatories are at risk, to be hidden stands first. What would show
     * nothing else than another choice is none.
     */
    public static List<Decision> offeredTo(Signatory signatory, boolean atRisk) {
        return inOrder(signatory.kind(), atRisk)
                .filter(decision -> decision.display()
                        .filter(display -> display.possibleFor(signatory, atRisk) != display)
                        .isEmpty())
                .toList();
    }

    /** The decision that a word means for such a signatory, whether it is offered or not. */
    public static Optional<Decision> of(String word, SignatoryKind kind) {
        return inOrder(kind, false)
                .filter(decision -> decision.word.equals(word))
                .findFirst();
    }

    private static Stream<Decision> inOrder(SignatoryKind kind, boolean atRisk) {
        return switch (kind) {
            case ORGANISATION -> Stream.of(AUTHORISED, NOT_MINE);
            case INDIVIDUAL ->
                atRisk
                        ? Stream.of(HIDDEN, INITIALS, INITIALS_WITH_ROLE, FULL, NOT_MINE)
                        : Stream.of(FULL, INITIALS_WITH_ROLE, INITIALS, HIDDEN, NOT_MINE);
        };
    }
}

package org.upprop.verification.signature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.upprop.signature.Display;
import org.upprop.signature.SignatoryKind;

/** What the owner of an address may say to a submission; its word is what the form and the JSON send. */
public enum Decision {
    FULL("full"),
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
    public Optional<Display> display() {
        return switch (this) {
            case FULL, AUTHORISED -> Optional.of(Display.FULL);
            case INITIALS -> Optional.of(Display.INITIALS);
            case HIDDEN -> Optional.of(Display.HIDDEN);
            case NOT_MINE -> Optional.empty();
        };
    }

    /** The choices, in the order of the page: where signatories are at risk, to be hidden stands first. */
    public static List<Decision> offeredTo(SignatoryKind kind, boolean atRisk) {
        return switch (kind) {
            case ORGANISATION -> List.of(AUTHORISED, NOT_MINE);
            case INDIVIDUAL ->
                atRisk ? List.of(HIDDEN, INITIALS, FULL, NOT_MINE) : List.of(FULL, INITIALS, HIDDEN, NOT_MINE);
        };
    }

    /** The decision that a word means for such a signatory. */
    public static Optional<Decision> of(String word, SignatoryKind kind) {
        return Arrays.stream(values())
                .filter(decision -> decision.word.equals(word))
                .filter(offeredTo(kind, false)::contains)
                .findFirst();
    }
}

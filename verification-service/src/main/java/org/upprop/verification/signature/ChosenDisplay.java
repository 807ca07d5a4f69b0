package org.upprop.verification.signature;

import java.util.Arrays;
import java.util.Optional;
import org.upprop.signature.Display;
import org.upprop.signature.Signatory;

/**
 * How the owner of an address chose to be shown, the most first: each shows nothing that the one before it does not. The
 * list knows only the {@link Display} that follows from it, and what is {@link Released}.
 */
public enum ChosenDisplay {
    /** As it was submitted. */
    FULL("full", Display.FULL),
    /** The initials in place of the name, and the role, affiliation and city beside them. */
    INITIALS_WITH_ROLE("initials-with-role", Display.INITIALS),
    /** The initials of the name, and nothing beside them but the country. */
    INITIALS("initials", Display.INITIALS),
    /** Counted, and never shown. */
    HIDDEN("hidden", Display.HIDDEN);

    private final String id;
    private final Display display;

    ChosenDisplay(String id, Display display) {
        this.id = id;
        this.display = display;
    }

    public String id() {
        return id;
    }

    /** What the list calls it. */
    public Display display() {
        return display;
    }

    public static Optional<ChosenDisplay> of(String id) {
        return Arrays.stream(values()).filter(choice -> choice.id.equals(id)).findFirst();
    }

    /** What it comes to for a signatory: an organisation is always shown in full, and initials alone are plain initials. */
    public ChosenDisplay possibleFor(Signatory signatory, boolean atRisk) {
        return switch (signatory) {
            case Signatory.Organisation organisation -> FULL;
            case Signatory.Individual person ->
                this == INITIALS_WITH_ROLE && !isOfUse(person, atRisk) ? INITIALS : this;
        };
    }

    private static boolean isOfUse(Signatory.Individual person, boolean atRisk) {
        return !Released.of(person, INITIALS_WITH_ROLE, atRisk).equals(Released.of(person, INITIALS, atRisk));
    }
}

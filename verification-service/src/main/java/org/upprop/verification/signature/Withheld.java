package org.upprop.verification.signature;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.upprop.appeal.Policy;
import org.upprop.signature.Signatory;

/**
 * What an appeal takes nothing of, though it was entered. The page of a link shows none of it, and says so in its form, so
 * that it is not shown either where the appeal is changed before the form comes back.
 *
 * @param places where the signatory lives
 * @param comment what the signatory wrote beside the name
 */
public record Withheld(boolean places, boolean comment) {

    public static final Withheld NOTHING = new Withheld(false, false);

    private static final String PLACES = "places";
    private static final String COMMENT = "comment";

    public static Withheld by(Policy policy) {
        return new Withheld(policy.atRisk(), policy.comments() == Policy.Comments.OFF);
    }

    /** As a form says it; a word that is none says nothing. */
    public static Withheld of(Collection<String> words) {
        return new Withheld(words.contains(PLACES), words.contains(COMMENT));
    }

    public List<String> words() {
        return Stream.concat(places ? Stream.of(PLACES) : Stream.empty(), comment ? Stream.of(COMMENT) : Stream.empty())
                .toList();
    }

    public Withheld and(Withheld other) {
        return new Withheld(places || other.places, comment || other.comment);
    }

    /** What a mail and a page show of what was entered, and what is kept once that is confirmed. */
    public Signatory takenOf(Signatory signatory) {
        return comment ? signatory.withoutComment() : signatory;
    }
}

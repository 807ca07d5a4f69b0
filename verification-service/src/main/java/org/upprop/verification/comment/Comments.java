package org.upprop.verification.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;

/** The comments of confirmed signatures. Whoever moves or removes one has locked the recipient of its signature. */
public interface Comments {

    /** Lets the comment of an entry wait, if it has one. */
    void open(SignatureId signature);

    /** How the comment of a signature stands; nothing where there is none. */
    Optional<Standing> find(SignatureId signature);

    /**
     * Moves a comment, and lets the list be told where it shows another than before. False where it stood otherwise.
     *
     * @param reason why a reviewer wants it so; it stays as long as the comment stands so
     * @param held whether the list shows it with all others of its window, in an order that tells nothing
     */
    boolean move(SignatureId signature, CommentState from, CommentState to, @Nullable String reason, boolean held);

    /** Deletes a comment, also from the list, and what reviewers wrote of it; false where there is none. */
    boolean remove(SignatureId signature);

    /** Those behind a place that wait in some appeals and whose owners are on the list and want to be seen there. */
    List<WaitingComment> waiting(Collection<AppealSlug> appeals, WaitingComment.Place after, int limit);

    /** How many of these wait, counted up to a limit. */
    int size(Collection<AppealSlug> appeals, int limit);

    /** What the list shows beside some of these signatures. */
    Map<SignatureId, String> shown(Collection<SignatureId> signatures);

    /** @param reason why a reviewer does not show it */
    record Standing(CommentState state, @Nullable String reason) {}
}

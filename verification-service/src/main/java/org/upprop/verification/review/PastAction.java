package org.upprop.verification.review;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.SignatureId;
import org.upprop.verification.comment.CommentState;
import org.upprop.verification.comment.CommentVerdict;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/**
 * What a reviewer did once.
 *
 * @param number its place among all of them
 * @param action a verdict's word, or what else was done
 * @param comment how the comment stood then; only where it was done to the comment, which moves no signature
 * @param now where the signature stands now; nothing where there is none any more, or never was one
 * @param commentNow where the comment stands now; nothing where there is none
 * @param entry what the list shows of it, or would, as long as its owner has not taken it back
 * @param isLast whether nothing was done to the signature after it, or to the comment where it was done to that
 */
public record PastAction(
        long number,
        Instant at,
        String reviewer,
        String action,
        @Nullable SignatureId signature,
        @Nullable String appeal,
        @Nullable SignatureState from,
        @Nullable SignatureState to,
        @Nullable CommentState comment,
        @Nullable String subject,
        @Nullable String reason,
        @Nullable SignatureState now,
        @Nullable CommentState commentNow,
        @Nullable Released entry,
        boolean isLast) {

    /** Before which everything was done. */
    public static final long NEXT = Long.MAX_VALUE;

    /** What undoes it, where it still can be undone: of a change, what stood before is gone, or what was to stand is. */
    public Optional<Verdict> undo() {
        if (!isLast || entry == null || now == null || now != to) {
            return Optional.empty();
        }
        return Verdict.of(action).flatMap(verdict -> switch (verdict) {
            case APPROVE, REJECT ->
                from == SignatureState.AWAITING_REVIEW ? Optional.of(Verdict.REOPEN) : Optional.empty();
            case TAKE_OFF -> Optional.of(Verdict.PUT_BACK);
            case PUT_BACK, REOPEN -> Optional.empty();
        });
    }

    /** What undoes it, where it was done to a comment that stands so still. */
    public Optional<CommentVerdict> undoOfComment() {
        boolean stands = isLast && comment != null && comment == commentNow;
        return stands && comment != CommentState.WAITING ? Optional.of(CommentVerdict.REOPEN) : Optional.empty();
    }
}

package org.upprop.verification.review;

import org.upprop.verification.comment.CommentState;

/** What comes of what a reviewer said of a comment. */
public sealed interface CommentAnswer {

    /** It stands as they said, from now on or for some time. */
    record Decided(CommentState state) implements CommentAnswer {}

    /** Somebody else decided otherwise before, and it stays so. */
    record DecidedOtherwise() implements CommentAnswer {}

    /** Nobody would see it and nobody would know why, so nothing was done. */
    record Unexplained() implements CommentAnswer {}

    /** There is none: its owner has removed it, or its appeal takes none. */
    record NoComment() implements CommentAnswer {}
}

package org.upprop.verification.comment;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reviewer may say of a comment, and of one in which states; its word is what the JSON sends. */
public enum CommentVerdict {
    RELEASE("release", CommentState.SHOWN, Set.of(CommentState.WAITING)),
    REJECT("reject", CommentState.NOT_SHOWN, Set.of(CommentState.WAITING)),
    TAKE_OFF("take-off", CommentState.NOT_SHOWN, Set.of(CommentState.SHOWN)),
    /** What undoes the others. */
    REOPEN("reopen", CommentState.WAITING, Set.of(CommentState.SHOWN, CommentState.NOT_SHOWN));

    /** All words, for whoever knows none of them. */
    public static final String WORDS =
            Arrays.stream(values()).map(verdict -> verdict.word).collect(Collectors.joining(", "));

    private static final String OF_COMMENTS = "comment-";

    private final String word;
    private final CommentState state;
    private final Set<CommentState> of;

    CommentVerdict(String word, CommentState state, Set<CommentState> of) {
        this.word = word;
        this.state = state;
        this.of = of;
    }

    /** What the pages and the record of actions call it, so that nobody takes it for one about a signature. */
    public String action() {
        return OF_COMMENTS + word;
    }

    /** Where a comment stands of which this was said. */
    public CommentState state() {
        return state;
    }

    /** Whether it changes anything of a comment that stands so. */
    public boolean moves(CommentState from) {
        return of.contains(from);
    }

    /** Whether its owner has a right to read why, since nobody sees it then. */
    public boolean isToBeExplained(CommentState in) {
        return this == REJECT || this == TAKE_OFF || this == REOPEN && in == CommentState.SHOWN;
    }

    public static Optional<CommentVerdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word.equals(word))
                .findFirst();
    }

    public static Optional<CommentVerdict> ofAction(String action) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.action().equals(action))
                .findFirst();
    }
}

package org.upprop.verification.confirmation.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.Policy;
import org.upprop.signature.Signatory;
import org.upprop.site.Words;
import org.upprop.verification.comment.CommentState;
import org.upprop.verification.comment.Comments;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.link.Token;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.SignatureState;

/** Tells somebody when the list shows what they wrote beside their name. */
@Component
class CommentSheets {

    private final Comments comments;

    CommentSheets(Comments comments) {
        this.comments = comments;
    }

    /** Before they decide; nothing where nothing was written. */
    static @Nullable CommentSheet undecided(Signatory signatory, Appeal appeal, Words words) {
        String text = text(signatory);
        return text == null
                ? null
                : new CommentSheet(
                        text,
                        List.of(words.say(
                                "decide.comment.text", appeal.publisher().name())),
                        null);
    }

    /** As it stands; nothing where none does. */
    @Nullable
    CommentSheet decided(Linked signature, Signatory signatory, Token token, Appeal appeal, Words words) {
        String text = text(signatory);
        Comments.Standing standing = comments.find(signature.signature()).orElse(null);
        if (text == null || standing == null) {
            return null;
        }
        String stands = "manage.comment." + stands(signature, standing.state(), appeal.policy());
        return new CommentSheet(
                text,
                Stream.concat(
                                Stream.of(words.say(stands, appeal.publisher().name())),
                                Stream.ofNullable(standing.reason())
                                        .map(reason -> words.say("manage.comment.reason", reason)))
                        .toList(),
                URI.create("/manage/" + token.value() + "/comment?lang=" + words.tag()));
    }

    /** The end of the name of the sentence about it. */
    private static String stands(Linked signature, CommentState state, Policy policy) {
        if (signature.display() == ChosenDisplay.HIDDEN) {
            return "hidden";
        }
        if (state == CommentState.SHOWN && signature.state() == SignatureState.AWAITING_REVIEW) {
            return "with-signature";
        }
        if (state == CommentState.SHOWN && policy.atRisk()) {
            return "shown.held";
        }
        return state == CommentState.WAITING && policy.comments() == Policy.Comments.OFF ? "off" : state.id();
    }

    private static @Nullable String text(Signatory signatory) {
        return signatory instanceof Signatory.Individual person && person.comment() != null
                ? person.comment().value()
                : null;
    }
}

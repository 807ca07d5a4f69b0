package org.upprop.verification.confirmation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.verification.comment.Comments;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.EntryChanged;
import org.upprop.verification.mail.Recipients;

/** Lets whoever holds a link delete the comment of the signature that it leads to, wherever that comment stands. */
@Component
public class CommentRemoval {

    private final LinkedSignatures signatures;
    private final Recipients recipients;
    private final Comments comments;
    private final ApplicationEventPublisher events;

    CommentRemoval(
            LinkedSignatures signatures, Recipients recipients, Comments comments, ApplicationEventPublisher events) {
        this.signatures = signatures;
        this.recipients = recipients;
        this.comments = comments;
        this.events = events;
    }

    /** Deletes it in one transaction; the list hears of it as soon as of a withdrawal. False where there is none. */
    @Transactional
    public boolean remove(Token token) {
        boolean removed = recipients
                .locked(() -> signatures.find(token), Linked::recipient)
                .map(signature -> comments.remove(signature.signature()))
                .orElse(false);
        if (removed) {
            events.publishEvent(new EntryChanged());
        }
        return removed;
    }
}

package org.upprop.verification.mail;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.Signatory;
import org.upprop.verification.link.Link;
import org.upprop.verification.link.Links;

/** Sends a mail from the queue, with a link of its own. */
@Component
class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final MailQueue queue;
    private final MailsInHand inHand;
    private final Links links;
    private final Letters letters;
    private final AppealBook appeals;
    private final MailProperties properties;
    private final Hold hold;
    private final Reach reach;

    Mailer(
            MailQueue queue,
            MailsInHand inHand,
            Links links,
            Letters letters,
            AppealBook appeals,
            MailProperties properties,
            Hold hold,
            Reach reach) {
        this.queue = queue;
        this.inHand = inHand;
        this.links = links;
        this.letters = letters;
        this.appeals = appeals;
        this.properties = properties;
        this.hold = hold;
        this.reach = reach;
    }

    /** Whether mails may leave at all; what was sent and is not marked may be the next one in the queue. */
    boolean maySend() {
        return !hold.isOn() && appeals.isComplete() && inHand.areAllMarked();
    }

    /** Whether a mail may leave that is due, as far as can be told without taking it. */
    boolean hasWork() {
        return maySend() && reach.ask(queue::isAnyDue);
    }

    /**
     * False where nothing was due that may leave.
     *
     * @param onTaken what is done as soon as a mail was found, since there may be others
     */
    boolean sendNext(Post post, Runnable onTaken) throws InterruptedException {
        Optional<TakenMail> taken = maySend() ? take() : Optional.empty();
        if (taken.isEmpty()) {
            return false;
        }
        inHand.add(taken.get());
        try {
            onTaken.run();
            send(taken.get(), post);
        } finally {
            inHand.remove(taken.get());
        }
        return true;
    }

    private Optional<TakenMail> take() {
        return reach.ask(() -> queue.take(properties.lease(), reach.hasLasted(properties.lease())));
    }

    private void send(TakenMail mail, Post post) throws InterruptedException {
        Signatory signatory = mail.signatory();
        if (signatory == null) {
            inHand.ended(mail, TakenMails.End.DROPPED);
            return;
        }
        Optional<Appeal> appeal = appeals.find(mail.appeal());
        if (appeal.isEmpty()) {
            inHand.failed(mail);
            return;
        }
        Optional<Link> link = givesTime(mail)
                ? Optional.of(links.make(mail.signature(), appeal.get().policy().timeToDecide()))
                : links.remake(mail.signature());
        if (link.isEmpty()) {
            inHand.ended(mail, TakenMails.End.DROPPED);
            return;
        }
        send(mail, signatory, appeal.get(), link.get(), post);
    }

    private void send(TakenMail mail, Signatory signatory, Appeal appeal, Link link, Post post)
            throws InterruptedException {
        switch (writeAndPost(mail, signatory, appeal, link, post)) {
            case Post.Delivery.Taken taken -> inHand.left(mail);
            case Post.Delivery.NoSuchRecipient unknown -> {
                links.forgetCode(link.token());
                inHand.ended(mail, TakenMails.End.UNDELIVERABLE);
            }
            case Post.Delivery.Failed failed -> {
                links.forgetCode(link.token());
                inHand.failed(mail);
            }
            case Post.Delivery.Refused refused -> {
                links.forgetCode(link.token());
                inHand.failed(mail);
            }
            case Post.Delivery.TakesNone none -> {
                links.forgetCode(link.token());
                inHand.postpone(mail);
            }
            case Post.Delivery.Unanswered unanswered -> inHand.unanswered(mail);
            case Post.Delivery.ServerAway away -> {
                links.discard(link.token());
                inHand.giveBack(mail);
            }
        }
    }

    /** Whoever reminds, or asks for the links of others, gives nobody more time to decide, and says nothing too late. */
    private static boolean givesTime(TakenMail mail) {
        return mail.kind() == MailKind.CONFIRM || mail.released() != null;
    }

    private Post.Delivery writeAndPost(TakenMail mail, Signatory signatory, Appeal appeal, Link link, Post post) {
        try {
            return post.send(letters.write(mail, signatory, appeal, link));
        } catch (RuntimeException | Error unforeseen) {
            LOG.warn("A mail failed: {}", unforeseen.getClass().getName());
            return new Post.Delivery.Failed();
        }
    }
}

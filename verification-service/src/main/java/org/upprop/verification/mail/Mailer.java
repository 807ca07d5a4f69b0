package org.upprop.verification.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** As often a server that gives no reason may refuse a recipient, since it may mean the sender. */
    private static final int ENOUGH_TRIES = 3;

    private final MailQueue queue;
    private final Links links;
    private final Letters letters;
    private final AppealBook appeals;
    private final Retries retries;
    private final MailProperties properties;
    private final Hold hold;
    private final Reach reach;
    private final MeterRegistry meters;
    private final Set<TakenMail> inHand = ConcurrentHashMap.newKeySet();

    private final SentMails sent;

    Mailer(
            MailQueue queue,
            Links links,
            Letters letters,
            AppealBook appeals,
            Retries retries,
            MailProperties properties,
            Hold hold,
            Reach reach,
            MeterRegistry meters) {
        this.queue = queue;
        this.sent = new SentMails(queue, reach);
        this.links = links;
        this.letters = letters;
        this.appeals = appeals;
        this.retries = retries;
        this.properties = properties;
        this.hold = hold;
        this.reach = reach;
        this.meters = meters;
    }

    /** Whether mails may leave at all; what was sent and is not marked may be the next one in the queue. */
    boolean maySend() {
        return !hold.isOn() && appeals.isComplete() && sent.areAllMarked();
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

    /** Keeps the mails that are on their way from other senders, however long a mail server takes. */
    void holdInHand() {
        List<TakenMail> held = List.copyOf(inHand);
        if (!held.isEmpty()) {
            reach.ask(() -> {
                queue.hold(held, properties.lease());
                return true;
            });
        }
    }

    private void send(TakenMail mail, Post post) throws InterruptedException {
        Signatory signatory = mail.signatory();
        if (signatory == null) {
            end(mail, MailQueue.End.DROPPED);
            return;
        }
        Optional<Appeal> appeal = appeals.find(mail.appeal());
        if (appeal.isEmpty()) {
            failed(mail, "failed");
            return;
        }
        Optional<Link> link = givesTime(mail)
                ? Optional.of(links.make(mail.signature(), appeal.get().policy().timeToDecide()))
                : links.remake(mail.signature());
        if (link.isEmpty()) {
            end(mail, MailQueue.End.DROPPED);
            return;
        }
        send(mail, signatory, appeal.get(), link.get(), post);
    }

    private void send(TakenMail mail, Signatory signatory, Appeal appeal, Link link, Post post)
            throws InterruptedException {
        switch (writeAndPost(mail, signatory, appeal, link, post)) {
            case Post.Delivery.Taken taken -> {
                sent.mark(mail);
                count(mail, "sent");
            }
            case Post.Delivery.NoSuchRecipient(boolean isSure) -> {
                links.forgetCode(link.token());
                if (isSure || mail.attempt() >= ENOUGH_TRIES) {
                    end(mail, MailQueue.End.UNDELIVERABLE);
                } else {
                    failed(mail, "failed");
                }
            }
            case Post.Delivery.Failed failed -> {
                links.forgetCode(link.token());
                failed(mail, "failed");
            }
            case Post.Delivery.Refused refused -> {
                links.forgetCode(link.token());
                failed(mail, "failed");
            }
            case Post.Delivery.Unanswered unanswered -> failed(mail, "unanswered");
            case Post.Delivery.ServerAway away -> {
                links.discard(link.token());
                queue.giveBack(mail);
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

    private void end(TakenMail mail, MailQueue.End end) {
        queue.end(mail, end);
        count(mail, end.id());
    }

    private void failed(TakenMail mail, String outcome) {
        boolean triedAgain = queue.again(mail, retries.after(mail.attempt()));
        count(mail, triedAgain ? outcome : "given-up");
    }

    private void count(TakenMail mail, String outcome) {
        String domain = mail.signatory() == null
                ? DomainGroup.OTHER
                : DomainGroup.of(mail.signatory().email());
        meters.counter("upprop.mails", "kind", mail.kind().id(), "outcome", outcome, "domain", domain)
                .increment();
    }
}

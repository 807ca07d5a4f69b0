package org.upprop.verification.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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

    /** What came of asking the queue for a mail. */
    enum Round {
        NOTHING_DUE,
        DONE,
        SERVER_AWAY
    }

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final int MARKING_TRIES = 60;
    private static final Duration MARKING_PAUSE = Duration.ofSeconds(1);

    private final MailQueue queue;
    private final Links links;
    private final Letters letters;
    private final AppealBook appeals;
    private final Retries retries;
    private final MailProperties properties;
    private final Hold hold;
    private final MeterRegistry meters;
    private final Set<TakenMail> inHand = ConcurrentHashMap.newKeySet();

    /** Sent, and the database is away: as long as it does not know, nobody here takes a mail, which may be one of these. */
    private final Set<TakenMail> unmarked = ConcurrentHashMap.newKeySet();

    Mailer(
            MailQueue queue,
            Links links,
            Letters letters,
            AppealBook appeals,
            Retries retries,
            MailProperties properties,
            Hold hold,
            MeterRegistry meters) {
        this.queue = queue;
        this.links = links;
        this.letters = letters;
        this.appeals = appeals;
        this.retries = retries;
        this.properties = properties;
        this.hold = hold;
        this.meters = meters;
    }

    Round sendNext(Post post) throws InterruptedException {
        if (hold.isOn() || !appeals.isComplete() || !unmarked.isEmpty()) {
            return Round.NOTHING_DUE;
        }
        Optional<TakenMail> taken = queue.take(properties.lease());
        if (taken.isEmpty()) {
            return Round.NOTHING_DUE;
        }
        inHand.add(taken.get());
        try {
            return send(taken.get(), post);
        } finally {
            inHand.remove(taken.get());
        }
    }

    /** Keeps the mails that are on their way from other senders, however long a mail server takes. */
    void holdInHand() {
        queue.hold(List.copyOf(inHand), properties.lease());
    }

    private Round send(TakenMail mail, Post post) throws InterruptedException {
        Signatory signatory = mail.signatory();
        if (signatory == null) {
            queue.end(mail, MailQueue.End.DROPPED);
            count(mail, MailQueue.End.DROPPED.id());
            return Round.DONE;
        }
        Optional<Appeal> appeal = appeals.find(mail.appeal());
        if (appeal.isEmpty()) {
            failed(mail, "failed");
            return Round.DONE;
        }
        return send(mail, signatory, appeal.get(), post);
    }

    private Round send(TakenMail mail, Signatory signatory, Appeal appeal, Post post) throws InterruptedException {
        Link link = givesTime(mail)
                ? links.make(mail.signature(), appeal.policy().timeToDecide())
                : links.remake(mail.signature());
        switch (writeAndPost(mail, signatory, appeal, link, post)) {
            case Post.Delivery.Taken sent -> {
                markSent(mail);
                count(mail, "sent");
            }
            case Post.Delivery.NoSuchRecipient unknown -> {
                queue.end(mail, MailQueue.End.UNDELIVERABLE);
                count(mail, MailQueue.End.UNDELIVERABLE.id());
            }
            case Post.Delivery.Failed failed -> failed(mail, "failed");
            case Post.Delivery.Unanswered unanswered -> failed(mail, "unanswered");
            case Post.Delivery.ServerAway away -> {
                links.discard(link.token());
                queue.giveBack(mail);
                return Round.SERVER_AWAY;
            }
        }
        return Round.DONE;
    }

    /** Whoever reminds, or asks for the links of others, gives nobody more time to decide. */
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

    private void failed(TakenMail mail, String outcome) {
        boolean triedAgain = queue.again(mail, retries.after(mail.attempt()));
        count(mail, triedAgain ? outcome : "given-up");
    }

    /** What was sent and is not marked goes out again when the lease ends, so this waits for the database. */
    private void markSent(TakenMail mail) throws InterruptedException {
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    queue.sent(mail);
                    return;
                } catch (RuntimeException away) {
                    if (attempt == MARKING_TRIES) {
                        throw away;
                    }
                    unmarked.add(mail);
                    Thread.sleep(MARKING_PAUSE);
                }
            }
        } finally {
            unmarked.remove(mail);
        }
    }

    private void count(TakenMail mail, String outcome) {
        String domain = mail.signatory() == null
                ? DomainGroup.OTHER
                : DomainGroup.of(mail.signatory().email());
        meters.counter("upprop.mails", "kind", mail.kind().id(), "outcome", outcome, "domain", domain)
                .increment();
    }
}

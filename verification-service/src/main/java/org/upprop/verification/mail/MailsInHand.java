package org.upprop.verification.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The mails that this instance has taken, until it is written down what came of each. */
@Component
class MailsInHand {

    private final TakenMails mails;
    private final SentMails sent;
    private final Reach reach;
    private final Retries retries;
    private final MailProperties properties;
    private final MeterRegistry meters;
    private final Set<TakenMail> inHand = ConcurrentHashMap.newKeySet();

    MailsInHand(TakenMails mails, Reach reach, Retries retries, MailProperties properties, MeterRegistry meters) {
        this.mails = mails;
        this.sent = new SentMails(mails, reach);
        this.reach = reach;
        this.retries = retries;
        this.properties = properties;
        this.meters = meters;
    }

    void add(TakenMail mail) {
        inHand.add(mail);
    }

    void remove(TakenMail mail) {
        inHand.remove(mail);
    }

    /** Keeps them from other senders, however long a mail server takes. */
    void hold() {
        List<TakenMail> held = List.copyOf(inHand);
        if (!held.isEmpty()) {
            reach.tell(() -> mails.hold(held, properties.lease()));
        }
    }

    /** Whether all that have left are marked. */
    boolean areAllMarked() {
        return sent.areAllMarked();
    }

    /** It left: returns once that is marked. */
    void left(TakenMail mail) throws InterruptedException {
        sent.mark(mail);
        count(mail, "sent");
    }

    void ended(TakenMail mail, TakenMails.End end) {
        reach.tell(() -> mails.end(mail, end));
        count(mail, end.id());
    }

    /** It did not get there, and is tried again later. */
    void failed(TakenMail mail) {
        tryAgain(mail, "failed");
    }

    /** Nobody knows whether it got there, and it is tried again later. */
    void unanswered(TakenMail mail) {
        tryAgain(mail, "unanswered");
    }

    /** Nobody gets through, and it lets others try before it is tried again. */
    void postpone(TakenMail mail) {
        reach.tell(() -> mails.postpone(mail, retries.after(mail.attempt())));
    }

    /** It was not even tried. */
    void giveBack(TakenMail mail) {
        reach.tell(() -> mails.giveBack(mail));
    }

    private void tryAgain(TakenMail mail, String outcome) {
        boolean triedAgain = reach.ask(() -> mails.again(mail, retries.after(mail.attempt())));
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

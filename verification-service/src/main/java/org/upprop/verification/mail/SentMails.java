package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks what has left. What is not marked goes out again when its lease ends, so this waits for the database, for as long
 * as that is away.
 */
final class SentMails {

    private static final Logger LOG = LoggerFactory.getLogger(SentMails.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TakenMails mails;
    private final Reach reach;
    private final Set<TakenMail> unmarked = ConcurrentHashMap.newKeySet();

    SentMails(TakenMails mails, Reach reach) {
        this.mails = mails;
        this.reach = reach;
    }

    /** Returns once it is marked; only the end of its sender, who is interrupted then, ends it sooner. */
    void mark(TakenMail mail) throws InterruptedException {
        try {
            while (!isMarked(mail)) {
                Thread.sleep(PAUSE);
            }
        } finally {
            unmarked.remove(mail);
        }
    }

    boolean areAllMarked() {
        return unmarked.isEmpty();
    }

    private boolean isMarked(TakenMail mail) {
        try {
            reach.tell(() -> mails.sent(mail));
            return true;
        } catch (RuntimeException away) {
            if (unmarked.add(mail)) {
                LOG.warn(
                        "Nothing is sent before a mail that has left can be marked: {}",
                        away.getClass().getName());
            }
            return false;
        }
    }
}

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

    private final MailQueue queue;
    private final Duration pause;
    private final Set<TakenMail> unmarked = ConcurrentHashMap.newKeySet();

    /** @param pause between two tries to mark a mail */
    SentMails(MailQueue queue, Duration pause) {
        this.queue = queue;
        this.pause = pause;
    }

    /** Returns once it is marked; only the end of its sender, who is interrupted then, ends it sooner. */
    void mark(TakenMail mail) throws InterruptedException {
        try {
            while (!isMarked(mail)) {
                unmarked.add(mail);
                Thread.sleep(pause);
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
            queue.sent(mail);
            return true;
        } catch (RuntimeException away) {
            LOG.debug(
                    "A mail that was sent cannot be marked yet: {}",
                    away.getClass().getName());
            return false;
        }
    }
}

package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * The mails that are owed, as they are sent. Several senders on several instances share it: a mail is taken by one of them at a time, and
 * never two mails to one address.
 */
public interface MailQueue {

    /** Whether any mail is due. It may still be that none can be taken. */
    boolean isAnyDue();

    /**
     * The mail that is due longest and whose address may get one now; nobody else takes it within the lease.
     *
     * @param takesOver whether it may be one that another sender took and whose lease has ended
     */
    Optional<TakenMail> take(Duration lease, boolean takesOver);

    /** Begins the lease of mails that were taken anew. */
    void hold(Collection<TakenMail> mails, Duration lease);

    /** The mail server has it. */
    void sent(TakenMail mail);

    /** It will never get there. */
    void end(TakenMail mail, End end);

    /** It failed and is tried again later; false where it has been failing for a whole day, and is given up. */
    boolean again(TakenMail mail, Duration later);

    /** It was not even tried. */
    void giveBack(TakenMail mail);

    /** Why a mail that was not sent is owed no more. */
    enum End {
        UNDELIVERABLE("undeliverable"),
        DROPPED("dropped");

        private final String id;

        End(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}

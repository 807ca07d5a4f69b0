package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * The mails that are due. Several senders on several instances share it: a mail is taken by one of them at a time, and never
 * two mails to one address.
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
}

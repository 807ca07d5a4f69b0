package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Collection;

/** The mails that senders have taken. Whoever lost the lease of one to another sender changes nothing of it any more. */
public interface TakenMails {

    /** Begins the lease of mails that were taken anew. */
    void hold(Collection<TakenMail> mails, Duration lease);

    /** The mail server has it, whoever has the mail meanwhile. */
    void sent(TakenMail mail);

    /** It will never get there. */
    void end(TakenMail mail, End end);

    /** It failed and is tried again later; false where it has been failing for a whole day, and is given up. */
    boolean again(TakenMail mail, Duration later);

    /** No mail gets through, which is not its fault: it is tried again later, for a whole day from then. */
    void postpone(TakenMail mail, Duration later);

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

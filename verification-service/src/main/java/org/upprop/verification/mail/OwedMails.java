package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Collection;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;

/** The mails that are owed, as what happens to signatures adds to them and takes from them. */
public interface OwedMails {

    /** Owes mails; one of the same kind that is already owed for the signature stands for both. */
    void owe(Collection<OwedMail> mails);

    /** Owes nothing more for these signatures; tells how many mails that were. */
    int drop(Collection<SignatureId> signatures);

    /** Owes an address nothing more of what submissions to an appeal caused; links that were asked for still go out. */
    void dropCapped(AppealSlug appeal, AddressKey recipient);

    /** How many mails are owed, and why they were not sent yet. */
    Size size();

    /** How many of them wait, and how fast they leave. */
    MailBacklog backlog();

    /**
     * The mails that are owed.
     *
     * @param due could be sent now
     * @param leaving are on their way
     * @param failed wait for another try
     * @param capped wait until their address may get one again
     * @param oldest how long the first of all has been owed
     */
    record Size(long due, long leaving, long failed, long capped, Duration oldest) {}
}

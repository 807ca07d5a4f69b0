package org.upprop.verification.restoration;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.signature.SignatureId;
import org.upprop.verification.list.Entries;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.mail.OwedMails;

/**
 * Takes from the topics what happened since the backup that this database was restored from, in one transaction. What the
 * list was told holds: nothing that was taken off it comes back. What may have been taken back without any trace there is
 * asked for again, or forgotten.
 */
@Component
class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);
    private static final int PART = 1_000;
    private static final SignatureId FIRST = new SignatureId(new UUID(0, 0));

    private final Restored restored;
    private final OwnTopics topics;
    private final Owners owners;
    private final Entries entries;
    private final OwedMails mails;
    private final TransactionOperations transaction;

    Restoration(
            Restored restored,
            OwnTopics topics,
            Owners owners,
            Entries entries,
            OwedMails mails,
            TransactionOperations transaction) {
        this.restored = restored;
        this.topics = topics;
        this.owners = owners;
        this.entries = entries;
        this.mails = mails;
        this.transaction = transaction;
    }

    /**
     * Settles it, or does nothing where nothing was restored.
     *
     * @throws TopicUnknown if the topic is not the one that the backup speaks of, and nobody said that it was lost
     */
    void settle() {
        transaction.executeWithoutResult(status -> restored.backup().ifPresent(this::settle));
    }

    private void settle(Restored.Backup backup) {
        LOG.info("This database was restored from a backup of {}; what happened since is read", backup.takenAt());
        topics.read(restored::hear);
        if (backup.brokerLost()) {
            restored.tellAnew();
        } else if (restored.isOwnTopic()) {
            topics.goBackTo(restored.places());
            remove(restored.endTakenOff());
        } else {
            throw new TopicUnknown();
        }
        claimPending();
        restored.followList();
        restored.forgetWaiting();
        remove(restored.rejected());
        List<OwedMail> asked = restored.askAgain();
        mails.drop(asked.stream().map(OwedMail::signature).toList());
        mails.owe(asked);
        restored.settled();
        LOG.info(
                "What happened since the backup is taken over; {} are asked again, {} on the list have no owner yet",
                asked.size(),
                restored.ownerless());
    }

    private void claimPending() {
        List<SignatureId> part = restored.pending(FIRST, PART);
        while (!part.isEmpty()) {
            owners.claim(part);
            part = restored.pending(part.getLast(), PART);
        }
    }

    private void remove(List<SignatureId> signatures) {
        mails.drop(signatures);
        signatures.forEach(entries::remove);
    }
}

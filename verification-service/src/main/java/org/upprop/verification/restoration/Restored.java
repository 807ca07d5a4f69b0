package org.upprop.verification.restoration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upprop.signature.SignatureId;
import org.upprop.verification.ledger.Place;
import org.upprop.verification.mail.OwedMail;

/** A database that was restored from a backup, beside what the topics say happened since. */
public interface Restored {

    /** From which backup, if that is not settled yet. Whoever asks has it alone until the transaction ends. */
    Optional<Backup> backup();

    /** Where the records begin that the database has not taken. */
    List<Place> places();

    /** Keeps what the list was told, of each entry the latest. */
    void hear(List<Said> part);

    /** False where this database has told of entries, and the topic knows none of them. */
    boolean isOwnTopic();

    /** Everything that is on the list is to be told anew, and the ledger begins anew. */
    void tellAnew();

    /** Ends what the topic has taken off the list since, or took off so long ago that it forgot, and returns it. */
    List<SignatureId> endTakenOff();

    /** Brings entries to the state that the list was told last. */
    void followList();

    /** Forgets changes and comments that waited, since their owners may have taken them back without any trace. */
    void forgetWaiting();

    /** Turns what was confirmed and never listed into submissions for which a mail is owed; it may have been taken back. */
    List<OwedMail> askAgain();

    /** What was rejected and never listed. */
    List<SignatureId> rejected();

    /** Some of those that nobody has decided, behind one of them. */
    List<SignatureId> pending(SignatureId after, int most);

    /** Lets all that is to be told have a version above what the list has. It is no restored database any more. */
    void settled();

    /** Entries on the list whose submissions have not come again. */
    long ownerless();

    /**
     * @param takenAt before anything that it does not hold
     * @param brokerLost whether the topics were lost as well
     */
    record Backup(Instant takenAt, boolean brokerLost) {}
}

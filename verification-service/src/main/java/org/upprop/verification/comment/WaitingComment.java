package org.upprop.verification.comment;

import java.time.Instant;
import java.util.UUID;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.verification.signature.Released;

/**
 * A comment that waits for a reviewer.
 *
 * @param released what the list shows of whoever wrote it
 * @param since when it was confirmed, or a reviewer let it wait again
 */
public record WaitingComment(SignatureId signature, AppealSlug appeal, Released released, String text, Instant since) {

    public Place place() {
        return new Place(since, signature);
    }

    /** Where it stands in the queue: what has waited longest comes first. */
    public record Place(Instant since, SignatureId signature) {

        /** Before everything. */
        public static final Place START = new Place(Instant.EPOCH, new SignatureId(new UUID(0, 0)));
    }

    @Override
    public String toString() {
        return "WaitingComment[" + signature + "]";
    }
}

package org.upprop.verification.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureId;
import org.upprop.verification.signature.Released;

/**
 * A signature that waits for a reviewer, who sees what the list would show of it and nothing else of its owner.
 *
 * @param released what the list would show
 * @param standing what the list shows now, where it is a change that waits
 * @param evidence whether the mail address is on the organisation's own domain
 * @param screening marks that made it wait; none where an organisation waits as its appeal asks
 * @param since when its owner confirmed it, or changed it last: a decision names it, and so is about nothing else
 */
public record Waiting(
        SignatureId signature,
        AppealSlug appeal,
        SignatoryKind kind,
        Released released,
        @Nullable Released standing,
        boolean evidence,
        List<String> screening,
        Instant since) {

    public Waiting {
        screening = List.copyOf(screening);
    }

    public Place place() {
        return new Place(evidence, since, signature);
    }

    /** Where it stands in the queue: first what has evidence, then what has waited longest. */
    public record Place(boolean evidence, Instant since, SignatureId signature) {

        /** Before everything. */
        public static final Place START = new Place(true, Instant.EPOCH, new SignatureId(new UUID(0, 0)));
    }
}

package org.upprop.verification.submission;

import java.util.List;
import org.upprop.signature.SignatureId;

/**
 * Submissions were stored, in this transaction, and their recipients are locked.
 *
 * @param pending those for which a mail is owed
 */
public record Arrived(List<SignatureId> pending) {

    public Arrived {
        pending = List.copyOf(pending);
    }
}

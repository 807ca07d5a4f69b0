package org.upprop.verification.submission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.SignatureId;
import org.upprop.verification.signature.SignatureState;

/** Every submission that is known, with the state that its signature is in. */
public interface Submissions {

    /**
     * Stores what is new, each in the state that its signatory's other submissions give it, and returns that. What came
     * with a proof of work that another signature was stored with is marked, and so is what a signatory sends whom a
     * reviewer rejected in the last 30 days. The recipients must be locked.
     *
     * @param arrivals no two with the same id
     * @param burst how many of one mail domain may sign one appeal within an hour; further ones are marked
     */
    List<Stored> store(List<Arrival> arrivals, int burst);

    /** Any that is known, whatever became of it. */
    Optional<Submission> find(SignatureId signature);

    /**
     * Moves a signature; false, and nothing done, if it is not in the state {@code from}. What is personal goes.
     *
     * @param reason why, in a reviewer's words, nothing where nobody reviewed it
     */
    boolean move(SignatureId signature, SignatureState from, SignatureState to, @Nullable String reason);

    /** Ends what else is undecided of a signatory, and returns it. */
    List<SignatureId> supersede(AppealSlug appeal, Fingerprint fingerprint);

    /** Ends what nobody can decide any more, and returns how many that were. */
    int expire();

    /** Forgets what ended 30 days ago. */
    int purge();

    /** Forgets the proofs of work with which nothing can come in any more. */
    int purgeProofs();
}

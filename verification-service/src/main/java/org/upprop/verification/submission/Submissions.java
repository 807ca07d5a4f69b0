package org.upprop.verification.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.SignatureState;

/** Every submission that is known, with the state that its signature is in. */
public interface Submissions {

    /** Any that is known, whatever became of it. */
    Optional<Submission> find(SignatureId signature);

    /**
     * Moves a signature; false, and nothing done, if it is not in the state {@code from}. What is personal goes.
     *
     * @param reason why, in a reviewer's words, nothing where nobody reviewed it
     */
    boolean move(SignatureId signature, SignatureState from, SignatureState to, @Nullable String reason);

    /** Marks one that is undecided for a reviewer. */
    void mark(SignatureId signature, List<ScreeningMark> marks);

    /** Keeps the traces that some came in. */
    void trace(Map<SignatureId, String> traces);

    /** Ends what else is undecided of a signatory, and returns it. */
    List<SignatureId> supersede(AppealSlug appeal, Fingerprint fingerprint);

    /** Lets mails about an appeal come again to an address whose owner said "not mine" of what was sent with it. */
    void lift(AppealSlug appeal, AddressKey recipient);

    /** Ends some of what nobody can decide any more, and returns how many that were. */
    int expire(int most);

    /** How many there are in each state; none of a state that no signature is in. */
    Map<SignatureState, Long> inStates();

    /** Forgets some of what ended 30 days ago, and returns how much that was. */
    int purge(int most);
}

package org.upprop.verification.confirmation;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.Signatory;
import org.upprop.verification.screening.Screening;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Submissions;

/** Why a signature that is confirmed waits for a reviewer. */
@Component
class Marks {

    private final Screening screening;
    private final Submissions submissions;

    Marks(Screening screening, Submissions submissions) {
        this.screening = screening;
        this.submissions = submissions;
    }

    /** What it was marked with when it came; while it is undecided also what the rules that were made since mark it with. */
    List<String> of(Linked signature, Signatory signatory) {
        if (signature.state() != SignatureState.PENDING) {
            return signature.screening();
        }
        List<ScreeningMark> since = screening.sieve().marks(signatory.email(), signature.recipient()).stream()
                .filter(mark -> !signature.screening().contains(mark.id()))
                .toList();
        if (!since.isEmpty()) {
            submissions.mark(signature.signature(), since);
        }
        return Stream.concat(signature.screening().stream(), since.stream().map(ScreeningMark::id))
                .toList();
    }
}

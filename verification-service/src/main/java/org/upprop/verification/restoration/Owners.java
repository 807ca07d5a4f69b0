package org.upprop.verification.restoration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.upprop.signature.SignatureId;
import org.upprop.verification.list.Entries;
import org.upprop.verification.mail.OwedMails;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Arrived;
import org.upprop.verification.submission.Submissions;

/** Gives entries back to the submissions that they were made of, as those come again after a backup was restored. */
@Component
class Owners {

    private final Claims claims;
    private final Restored restored;
    private final Entries entries;
    private final Submissions submissions;
    private final OwedMails mails;

    Owners(Claims claims, Restored restored, Entries entries, Submissions submissions, OwedMails mails) {
        this.claims = claims;
        this.restored = restored;
        this.entries = entries;
        this.submissions = submissions;
        this.mails = mails;
    }

    /** In the transaction that stores them, so no mail goes out that asks what was decided. */
    @EventListener
    void on(Arrived arrived) {
        if (claim(arrived.pending())) {
            restored.followList();
            claims.settled();
        }
    }

    /** Whether any of them was decided. What the list shows of those is still to be followed. */
    boolean claim(Collection<SignatureId> pending) {
        List<SignatureId> decided = new ArrayList<>(claims.endTakenOff(pending));
        mails.drop(decided);
        for (Claims.Claim claim : claims.of(pending)) {
            claim(claim);
            decided.add(claim.entry().signature());
        }
        return !decided.isEmpty();
    }

    private void claim(Claims.Claim claim) {
        SignatureId signature = claim.entry().signature();
        entries.open(claim.entry());
        submissions.move(signature, SignatureState.PENDING, SignatureState.LISTED, null);
        mails.drop(List.of(signature));
        mails.drop(submissions.supersede(claim.entry().appeal(), claim.entry().fingerprint()));
        mails.owe(List.of(claim.mail()));
    }
}

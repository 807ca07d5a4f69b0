package org.upprop.verification.confirmation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.verification.link.Token;
import org.upprop.verification.mail.Recipients;
import org.upprop.verification.recovery.Recovery;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Submissions;

/**
 * Lets mails about an appeal come again to who said "not mine". The link shows that it is the owner who asks, and nobody who
 * only knows the address and would have the mails go on.
 */
@Component
public class MailsAgain {

    private final LinkedSignatures signatures;
    private final Recipients recipients;
    private final Submissions submissions;
    private final Recovery recovery;

    MailsAgain(LinkedSignatures signatures, Recipients recipients, Submissions submissions, Recovery recovery) {
        this.signatures = signatures;
        this.recipients = recipients;
        this.submissions = submissions;
        this.recovery = recovery;
    }

    /**
     * What was kept back is mailed, and so is what comes from now on. It is asked for before the address is locked, as
     * whoever answers takes what was asked for and then locks the address.
     *
     * @return of which signature it was said; nothing where the link leads to none of those
     */
    @Transactional
    public Optional<Linked> ask(Token token) {
        Optional<Linked> disowned =
                signatures.find(token).filter(signature -> signature.state() == SignatureState.NOT_MINE);
        disowned.ifPresent(signature -> {
            recovery.ask(signature.appeal(), signature.recipient());
            recipients.lock(List.of(signature.recipient()));
            submissions.lift(signature.appeal(), signature.recipient());
        });
        return disowned;
    }
}

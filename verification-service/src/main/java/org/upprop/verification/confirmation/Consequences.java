package org.upprop.verification.confirmation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.Display;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.EntryChanged;
import org.upprop.verification.list.NewEntry;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.MailOwed;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.mail.OwedMails;
import org.upprop.verification.signature.Command;
import org.upprop.verification.signature.DomainEvidence;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Submission;
import org.upprop.verification.submission.Submissions;

/** Writes down what follows from a decision: within its transaction, so all of it or nothing. */
@Component
public class Consequences {

    private final Submissions submissions;
    private final Entries entries;
    private final OwedMails mails;
    private final AppealBook appeals;
    private final ApplicationEventPublisher events;

    Consequences(
            Submissions submissions,
            Entries entries,
            OwedMails mails,
            AppealBook appeals,
            ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.entries = entries;
        this.mails = mails;
        this.appeals = appeals;
        this.events = events;
    }

    void follow(Linked signature, Command.OfOwner command, SignatureState to) {
        move(signature.signature(), signature.state(), to, null);
        switch (command) {
            case Command.Confirm confirm -> confirmed(signature, confirm.display(), to);
            case Command.Disown disown -> mails.dropCapped(signature.appeal(), signature.recipient());
            case Command.Withdraw withdraw -> remove(signature.signature());
        }
    }

    /** What follows from what a reviewer said. */
    public void follow(Submission signature, Command.OfReviewer command, SignatureState to) {
        move(signature.signature(), signature.state(), to, command.reason());
        switch (command) {
            case Command.Approve approve -> approved(signature);
            case Command.Reject reject -> remove(signature.signature());
        }
    }

    private void move(SignatureId signature, SignatureState from, SignatureState to, @Nullable String reason) {
        if (!submissions.move(signature, from, to, reason)) {
            throw new IllegalStateException("A signature moved although its recipient is locked");
        }
    }

    private void confirmed(Linked signature, Display display, SignatureState to) {
        Signatory signatory = Objects.requireNonNull(signature.signatory());
        boolean listed = to == SignatureState.LISTED;
        entries.open(new NewEntry(
                signature.signature(),
                signature.appeal(),
                signature.fingerprint(),
                signature.appealVersion(),
                signature.locale(),
                signature.source(),
                signatory,
                display,
                hasEvidence(signatory),
                Released.of(signatory, display, isAtRisk(signature)),
                listed));
        endTheOthers(signature);
        owe(listed ? MailKind.LISTED : MailKind.AWAITING_REVIEW, signature.signature(), signature.recipient());
        tell();
    }

    /** Whoever is still waiting for the mail of another submission hears once that there is nothing left to do. */
    private void endTheOthers(Linked signature) {
        mails.drop(List.of(signature.signature()));
        List<SignatureId> others = submissions.supersede(signature.appeal(), signature.fingerprint());
        if (mails.drop(others) > 0) {
            owe(MailKind.ALREADY_SIGNED, signature.signature(), signature.recipient());
        }
    }

    private void approved(Submission signature) {
        mails.drop(List.of(signature.signature()));
        entries.list(signature.signature());
        owe(MailKind.LISTED, signature.signature(), signature.recipient());
        tell();
    }

    private void remove(SignatureId signature) {
        entries.remove(signature);
        mails.drop(List.of(signature));
        events.publishEvent(new EntryChanged());
    }

    private void owe(MailKind kind, SignatureId signature, AddressKey recipient) {
        mails.owe(List.of(new OwedMail(kind, signature, recipient)));
    }

    private void tell() {
        events.publishEvent(new MailOwed());
        events.publishEvent(new EntryChanged());
    }

    private static boolean hasEvidence(Signatory signatory) {
        return signatory instanceof Signatory.Organisation organisation && DomainEvidence.speaksFor(organisation);
    }

    private boolean isAtRisk(Linked signature) {
        return appeals.get(signature.appeal()).policy().atRisk();
    }
}

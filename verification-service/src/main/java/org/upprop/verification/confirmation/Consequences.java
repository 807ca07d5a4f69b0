package org.upprop.verification.confirmation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.comment.Comments;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.EntryChanged;
import org.upprop.verification.list.NewEntry;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.MailOwed;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.mail.OwedMails;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Command;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Submission;
import org.upprop.verification.submission.Submissions;

/** Writes down what follows from a decision: within its transaction, so all of it or nothing. */
@Component
public class Consequences {

    private final Submissions submissions;
    private final Entries entries;
    private final Comments comments;
    private final OwedMails mails;
    private final AppealBook appeals;
    private final ApplicationEventPublisher events;

    Consequences(
            Submissions submissions,
            Entries entries,
            Comments comments,
            OwedMails mails,
            AppealBook appeals,
            ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.entries = entries;
        this.comments = comments;
        this.mails = mails;
        this.appeals = appeals;
        this.events = events;
    }

    void follow(Linked signature, Command.OfOwner command, SignatureState to) {
        move(signature.signature(), signature.state(), to, null);
        switch (command) {
            case Command.Confirm confirm -> confirmed(signature, confirm, to);
            case Command.Disown disown -> mails.dropCapped(signature.appeal(), signature.recipient());
            case Command.Withdraw withdraw -> remove(signature.signature());
            case Command.Change change -> changed(signature, change, to);
        }
    }

    /** What follows from what a reviewer said. False, and nothing done, where nothing is left that could follow. */
    public boolean follow(Submission signature, Command.OfReviewer command, SignatureState to) {
        boolean possible = switch (command) {
            case Command.Approve approve -> approved(signature);
            case Command.Reject reject -> rejected(signature);
            case Command.TakeOff takeOff -> takenOff(signature);
            case Command.PutBack putBack -> putBack(signature);
            case Command.Reopen reopen -> reopened(signature);
        };
        if (possible) {
            move(signature.signature(), signature.state(), to, command.reason());
            tell();
        }
        return possible;
    }

    private void move(SignatureId signature, SignatureState from, SignatureState to, @Nullable String reason) {
        if (from != to && !submissions.move(signature, from, to, reason)) {
            throw new IllegalStateException("A signature moved although its recipient is locked");
        }
    }

    private void confirmed(Linked signature, Command.Confirm confirm, SignatureState to) {
        Signatory signatory = confirm.withheld().takenOf(Objects.requireNonNull(signature.signatory()));
        boolean listed = to == SignatureState.LISTED;
        entries.open(new NewEntry(
                signature.signature(),
                signature.appeal(),
                signature.fingerprint(),
                signature.appealVersion(),
                signature.locale(),
                signature.source(),
                signatory,
                confirm.display(),
                Released.of(signatory, confirm.display(), confirm.withheld().places())));
        if (listed) {
            entries.list(signature.signature(), isAtRisk(signature.appeal()));
        }
        comments.open(signature.signature());
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

    /**
     * Also a change that waits for a reviewer is one that the page showed. To be shown less waits for nobody; to be shown
     * more waits with the rest, since what stands was never shown so on any page. So it is where signatories are at risk and
     * the change would tell when its owner was here.
     */
    private void changed(Linked signature, Command.Change change, SignatureState to) {
        SignatureId id = signature.signature();
        Entries.Content content = content(change.signatory(), change.display(), signature);
        Optional<Entries.Content> narrowed =
                signature.narrowedTo(change.signatory(), change.display()).map(less -> narrowed(less, signature));
        if (to == SignatureState.CHANGE_AWAITING_REVIEW) {
            narrowed.ifPresent(less -> entries.change(id, less));
            entries.propose(id, content);
        } else if (isAtRisk(signature.appeal()) && !narrowed.equals(Optional.of(content))) {
            narrowed.ifPresent(less -> entries.change(id, less));
            entries.changeLater(id, content);
        } else {
            entries.change(id, content);
        }
        tell();
    }

    /** What stands may tell nothing of some places that the appeal would let be shown now, and tells no more of them. */
    private Entries.Content narrowed(Linked.Narrowed narrowed, Linked signature) {
        Entries.Content content = content(narrowed.signatory(), narrowed.display(), signature);
        Released standing = Objects.requireNonNull(signature.released(), "what stands was released");
        return new Entries.Content(
                content.signatory(), content.display(), content.released().withinPlacesOf(standing));
    }

    private Entries.Content content(Signatory signatory, ChosenDisplay display, Linked of) {
        boolean atRisk = isAtRisk(of.appeal());
        ChosenDisplay possible = display.possibleFor(signatory, atRisk);
        return new Entries.Content(signatory, possible, Released.of(signatory, possible, atRisk));
    }

    private boolean approved(Submission signature) {
        if (signature.state() == SignatureState.CHANGE_AWAITING_REVIEW) {
            entries.adopt(signature.signature(), isAtRisk(signature.appeal()));
        } else {
            entries.list(signature.signature(), isAtRisk(signature.appeal()));
        }
        return say(MailKind.APPROVED, signature);
    }

    /** What is on the list stays there, whatever was to become of it. */
    private boolean rejected(Submission signature) {
        if (signature.state() == SignatureState.CHANGE_AWAITING_REVIEW) {
            entries.dismiss(signature.signature());
            return say(MailKind.CHANGE_REJECTED, signature);
        }
        entries.shelve(signature.signature());
        return say(MailKind.REJECTED, signature);
    }

    private boolean takenOff(Submission signature) {
        entries.takeOff(signature.signature());
        return say(MailKind.TAKEN_OFF, signature);
    }

    private boolean putBack(Submission signature) {
        return entries.list(signature.signature(), isAtRisk(signature.appeal())) && say(MailKind.PUT_BACK, signature);
    }

    /** It is its signatory's entry again, so what they have sent meanwhile ends as if they had confirmed it now. */
    private boolean reopened(Submission signature) {
        if (!entries.reopen(signature.signature())) {
            return false;
        }
        mails.drop(submissions.supersede(signature.appeal(), signature.fingerprint()));
        return say(MailKind.AWAITING_REVIEW, signature);
    }

    /** The last word counts: what was to be said before is not said any more. */
    private boolean say(MailKind kind, Submission signature) {
        mails.drop(List.of(signature.signature()));
        owe(kind, signature.signature(), signature.recipient());
        return true;
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

    private boolean isAtRisk(AppealSlug appeal) {
        return appeals.get(appeal).policy().atRisk();
    }
}

package org.upprop.verification.confirmation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.Comment;
import org.upprop.signature.Signatory;
import org.upprop.signature.Website;
import org.upprop.verification.link.Token;
import org.upprop.verification.mail.Recipients;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Command;
import org.upprop.verification.signature.Decision;
import org.upprop.verification.signature.Listing;
import org.upprop.verification.signature.Outcome;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.signature.Transitions;
import org.upprop.verification.signature.Withheld;

/** Lets whoever holds a link decide about the signature that it leads to. Each decision is one transaction. */
@Component
public class Confirmations {

    private final LinkedSignatures signatures;
    private final Recipients recipients;
    private final AppealBook appeals;
    private final Marks marks;
    private final Consequences consequences;
    private final MeterRegistry meters;

    Confirmations(
            LinkedSignatures signatures,
            Recipients recipients,
            AppealBook appeals,
            Marks marks,
            Consequences consequences,
            MeterRegistry meters) {
        this.signatures = signatures;
        this.recipients = recipients;
        this.appeals = appeals;
        this.marks = marks;
        this.consequences = consequences;
        this.meters = meters;
    }

    /** What a link leads to, as long as it decides or says what was decided. Changes nothing. */
    public Optional<Linked> look(Token token) {
        return signatures.find(token).filter(Confirmations::isShown);
    }

    /** Decides as {@code word} says, where that was not said on the page of the link. */
    @Transactional
    public Answer decide(Token token, String word) {
        return decide(token, word, Withheld.NOTHING);
    }

    /**
     * Decides as {@code word} says.
     *
     * @param unseen what the page showed nothing of on which that is said; it is not shown then, whatever the appeal says
     *     meanwhile
     */
    @Transactional
    public Answer decide(Token token, String word, Withheld unseen) {
        Optional<Linked> found = lockedBy(token).filter(Confirmations::isShown);
        if (found.isEmpty()) {
            return new Answer.NoSuchLink();
        }
        Linked signature = found.get();
        return Decision.of(word, signature.kind())
                .filter(decision -> isPossible(decision, signature, unseen))
                .map(decision -> carryOut(signature, command(signature, decision, unseen)))
                .orElseGet(() -> new Answer.NothingChosen(signature));
    }

    /** Takes a signature back. */
    @Transactional
    public Answer withdraw(Token token) {
        return lockedBy(token)
                .filter(Confirmations::isShown)
                .map(signature -> carryOut(signature, new Command.Withdraw()))
                .orElseGet(Answer.NoSuchLink::new);
    }

    /**
     * Makes a signature what its owner says, as long as it is still what the page showed that this is said on. What it is
     * already stays as it is.
     *
     * @param signatory everything as it is to be; kind, address, website and consent are what the signature is known by,
     *     and stay, and so does the comment, which a reviewer reads as it was confirmed
     * @throws IllegalArgumentException if one of these is another
     */
    @Transactional
    public Answer change(Token token, Seen seen, Signatory signatory, ChosenDisplay display) {
        return lockedBy(token)
                .filter(Confirmations::isShown)
                .map(signature -> signature
                                .wanted()
                                .filter(wanted -> seen.isStill(wanted, isAtRisk(signature)))
                                .isPresent()
                        ? changed(signature, signatory, display.possibleFor(signatory, isAtRisk(signature)))
                        : new Answer.ChangedMeanwhile(signature))
                .orElseGet(Answer.NoSuchLink::new);
    }

    /** Only what its page offers. What was decided stays so, and whoever asks again is told. */
    private boolean isPossible(Decision decision, Linked signature, Withheld unseen) {
        return signature.state() != SignatureState.PENDING
                || signature.signatory() == null
                || Decision.offeredTo(signature.signatory(), unseen.places() || isAtRisk(signature))
                        .contains(decision);
    }

    private Answer changed(Linked signature, Signatory to, ChosenDisplay display) {
        Signatory from = signature.signatory();
        if (from == null || isWanted(signature, to, display)) {
            return new Answer.DecidedBefore(signature);
        }
        if (!areKnownByTheSame(from, to)) {
            throw new IllegalArgumentException("A change makes nobody else of a signatory");
        }
        Listing listing =
                Listing.ofChange(from, Objects.requireNonNull(signature.display()), to, display, signature.screening());
        return carryOut(signature, new Command.Change(to, display, listing));
    }

    /** What waits for a reviewer is shown as it stands until then, so that must not tell more than its owner wants. */
    private static boolean isWanted(Linked signature, Signatory to, ChosenDisplay display) {
        return !signature.isShownMoreThan(to, display)
                && signature
                        .wanted()
                        .filter(wanted -> wanted.signatory().equals(to) && wanted.display() == display)
                        .isPresent();
    }

    private static boolean areKnownByTheSame(Signatory from, Signatory to) {
        return from.kind() == to.kind()
                && from.email().equals(to.email())
                && from.consentVersion().equals(to.consentVersion())
                && website(from).equals(website(to))
                && comment(from).equals(comment(to));
    }

    private static Optional<Website> website(Signatory signatory) {
        return switch (signatory) {
            case Signatory.Individual person -> Optional.empty();
            case Signatory.Organisation organisation -> Optional.of(organisation.website());
        };
    }

    private static Optional<Comment> comment(Signatory signatory) {
        return signatory instanceof Signatory.Individual person
                ? Optional.ofNullable(person.comment())
                : Optional.empty();
    }

    private Optional<Linked> lockedBy(Token token) {
        return recipients.locked(() -> signatures.find(token), Linked::recipient);
    }

    private Answer carryOut(Linked signature, Command.OfOwner command) {
        Outcome outcome = Transitions.decide(signature.state(), command);
        count(command, outcome);
        return switch (outcome) {
            case Outcome.Moved moved -> {
                consequences.follow(signature, command, moved.to());
                yield new Answer.Decided(signature, moved.to());
            }
            case Outcome.Stays stays -> new Answer.DecidedBefore(signature);
            case Outcome.Illegal illegal -> new Answer.NoSuchLink();
        };
    }

    private Command.OfOwner command(Linked signature, Decision decision, Withheld unseen) {
        Signatory signatory = signature.signatory();
        if (signatory == null || decision.display().isEmpty()) {
            return new Command.Disown();
        }
        Policy policy = policy(signature);
        return new Command.Confirm(
                decision.display().get(),
                Listing.of(signatory, marks.of(signature, signatory), policy),
                unseen.and(Withheld.by(policy)));
    }

    private boolean isAtRisk(Linked signature) {
        return policy(signature).atRisk();
    }

    private Policy policy(Linked signature) {
        return appeals.get(signature.appeal()).policy();
    }

    private void count(Command command, Outcome outcome) {
        meters.counter("upprop.decisions", "command", command.id(), "outcome", outcome.id())
                .increment();
    }

    /** Not where nobody was asked, where time ran out, or where another signature that its link leads to took its place. */
    private static boolean isShown(Linked signature) {
        return switch (signature.state()) {
            case PENDING -> signature.decides();
            case AWAITING_REVIEW, LISTED, CHANGE_AWAITING_REVIEW, NOT_MINE, WITHDRAWN, REJECTED, INVALIDATED -> true;
            case SUPPRESSED, EXPIRED, SUPERSEDED -> false;
        };
    }
}

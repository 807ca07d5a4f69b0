package org.upprop.verification.submission;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.delivery.Away;
import org.upprop.delivery.BadRecord;
import org.upprop.delivery.NotYet;
import org.upprop.delivery.ReasonCode;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.identity.AddressKeys;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.MailOwed;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.mail.OwedMails;
import org.upprop.verification.mail.Recipients;
import org.upprop.verification.screening.Screening;
import org.upprop.verification.screening.Sieve;
import org.upprop.verification.signature.SignatureState;

/** Takes submissions in: a batch is stored together with the mails that it owes, or not at all. */
@Component
public class Reception {

    private final AppealBook appeals;
    private final Fingerprints fingerprints;
    private final AddressKeys addresses;
    private final Screening screening;
    private final Recipients recipients;
    private final Arrivals arrivals;
    private final OwedMails mails;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Set<Thread> underway = ConcurrentHashMap.newKeySet();
    private volatile boolean begun;

    Reception(
            AppealBook appeals,
            Fingerprints fingerprints,
            AddressKeys addresses,
            Screening screening,
            Recipients recipients,
            Arrivals arrivals,
            OwedMails mails,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.appeals = appeals;
        this.fingerprints = fingerprints;
        this.addresses = addresses;
        this.screening = screening;
        this.recipients = recipients;
        this.arrivals = arrivals;
        this.mails = mails;
        this.transaction = transaction;
        this.events = events;
        this.meters = meters;
    }

    /**
     * Takes a batch in. A submission that is known has no effect.
     *
     * @param beside what is done in the same transaction, with what of the batch was new
     * @throws Away if the appeals were not read yet
     * @throws NotYet if one is of an appeal, or of a version of it, that was not read here yet
     * @throws BadRecord if a fingerprint is not that of its signatory
     */
    public void take(List<SignatureSubmitted> batch, Consumer<Set<SignatureId>> beside) {
        Sieve sieve = screening.sieve();
        List<Arrival> genuine = foldedById(batch).stream()
                .map(submission -> checked(submission, sieve))
                .toList();
        List<Stored> stored = Objects.requireNonNull(transaction.execute(status -> {
            List<Stored> fresh = store(genuine, sieve.burst());
            beside.accept(fresh.stream().map(Stored::signature).collect(Collectors.toSet()));
            return fresh;
        }));
        stored.forEach(one -> count(one.state().id(), 1));
        count("known", batch.size() - stored.size());
    }

    /** The same with nothing beside. */
    public void take(List<SignatureSubmitted> batch) {
        take(batch, fresh -> {});
    }

    /** What is delivered is underway until that ends well, whatever it waits for or breaks off at. */
    public void whileUnderway(Runnable delivery) {
        Thread deliverer = Thread.currentThread();
        underway.add(deliverer);
        delivery.run();
        underway.remove(deliverer);
    }

    /** From now on submissions are delivered here. */
    public void begin() {
        begun = true;
    }

    /**
     * Whether nothing is delivered here yet, or something is being taken in, or waits for something that is away, or broke
     * off and stopped the stage. Of other instances nothing is known.
     */
    public boolean isHeldUp() {
        return !begun || !underway.isEmpty();
    }

    private List<Stored> store(List<Arrival> genuine, @Nullable Integer burst) {
        recipients.lock(genuine.stream().map(Arrival::recipient).toList());
        List<Stored> stored = arrivals.store(genuine, burst);
        mails.owe(stored.stream().flatMap(Reception::owed).toList());
        events.publishEvent(new Arrived(stored.stream()
                .filter(one -> one.state() == SignatureState.PENDING)
                .map(Stored::signature)
                .toList()));
        events.publishEvent(new MailOwed());
        return stored;
    }

    private static Collection<SignatureSubmitted> foldedById(List<SignatureSubmitted> batch) {
        Map<SignatureId, SignatureSubmitted> folded = new LinkedHashMap<>();
        batch.forEach(submission -> folded.putIfAbsent(submission.signatureId(), submission));
        return folded.values();
    }

    private Arrival checked(SignatureSubmitted submission, Sieve sieve) {
        if (appeals.get(submission.appeal()).version() < submission.appealVersion()) {
            throw new NotYet(ReasonCode.APPEAL_UNKNOWN);
        }
        if (!fingerprints.of(submission.appeal(), submission.signatory()).equals(submission.fingerprint())) {
            throw new BadRecord(ReasonCode.INVALID);
        }
        EmailAddress address = submission.signatory().email();
        AddressKey recipient = addresses.of(address);
        return new Arrival(
                submission,
                recipient,
                sieve.marks(address, recipient),
                sieve.counted(address).map(addresses::ofDomain).orElse(null));
    }

    private static Stream<OwedMail> owed(Stored stored) {
        if (stored.state() == SignatureState.PENDING) {
            return Stream.of(new OwedMail(MailKind.CONFIRM, stored.signature(), stored.recipient()));
        }
        return Optional.ofNullable(stored.decided()).stream()
                .map(decided -> new OwedMail(answer(decided.state()), decided.signature(), stored.recipient()));
    }

    /** Nobody is told that their signature stands which a reviewer took off the list. */
    private static MailKind answer(SignatureState decided) {
        return decided == SignatureState.INVALIDATED ? MailKind.LINKS : MailKind.ALREADY_SIGNED;
    }

    private void count(String outcome, int times) {
        meters.counter("upprop.submissions", "outcome", outcome).increment(times);
    }
}

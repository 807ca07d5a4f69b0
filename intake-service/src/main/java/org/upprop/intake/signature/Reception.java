package org.upprop.intake.signature;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.intake.appeal.AppealState;
import org.upprop.intake.appeal.AppealStates;
import org.upprop.intake.input.InputErrorCount;
import org.upprop.intake.input.Reading;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.SignatureSubmitted;

/** Takes signatures, whichever way they come in. */
@Component
public class Reception {

    private final SignatureReader reader;
    private final Fingerprints fingerprints;
    private final IdempotencyKeys keys;
    private final Submissions submissions;
    private final AppealStates states;
    private final InstantSource clock;
    private final InputErrorCount errors;
    private final MeterRegistry meters;

    Reception(
            SignatureReader reader,
            Fingerprints fingerprints,
            IdempotencyKeys keys,
            Submissions submissions,
            AppealStates states,
            InstantSource clock,
            InputErrorCount errors,
            MeterRegistry meters) {
        this.reader = reader;
        this.fingerprints = fingerprints;
        this.keys = keys;
        this.submissions = submissions;
        this.states = states;
        this.clock = clock;
        this.errors = errors;
        this.meters = meters;
    }

    /** Takes one signature. */
    public Outcome take(Appeal appeal, TypedSignature typed, Visit visit) {
        return counted(outcome(appeal, typed, visit));
    }

    /**
     * What would be answered to a signature that cannot be taken as it is; nothing where it can. Nothing is sent.
     *
     * @param languages as {@link Visit#languages()}
     */
    public Optional<Outcome> objection(Appeal appeal, TypedSignature typed, String languages) {
        Optional<Outcome> objection = refusal(appeal).or(() -> switch (read(appeal, typed, languages)) {
            case Reading.Invalid<Submission>(var mistakes) -> Optional.of(new Outcome.Invalid(mistakes));
            case Reading.Valid<Submission> valid -> Optional.empty();
        });
        return objection.map(this::counted);
    }

    private Outcome outcome(Appeal appeal, TypedSignature typed, Visit visit) {
        Optional<Outcome> refusal = refusal(appeal);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (read(appeal, typed, visit.languages())) {
            case Reading.Invalid<Submission>(var mistakes) -> new Outcome.Invalid(mistakes);
            case Reading.Valid<Submission>(var submission) -> {
                Fingerprint fingerprint = fingerprints.of(appeal.slug(), submission.signatory());
                var named = keys.name(
                        appeal.slug(), fingerprint, visit.idempotencyKey(), CanonicalSignature.of(typed, submission));
                yield keys.claim(named) ? send(appeal, submission, visit, named, fingerprint) : new Outcome.KeyReused();
            }
        };
    }

    private Reading<Submission> read(Appeal appeal, TypedSignature typed, String languages) {
        Reading<Submission> reading = reader.read(appeal, typed, languages);
        if (reading instanceof Reading.Invalid<Submission>(var mistakes)) {
            errors.add(mistakes);
        }
        return reading;
    }

    private Outcome send(
            Appeal appeal, Submission submission, Visit visit, IdempotencyKeys.Named named, Fingerprint fingerprint) {
        var event = new SignatureSubmitted(
                named.id(),
                appeal.slug(),
                submission.appealVersion(),
                submission.signatory().kind(),
                fingerprint,
                submission.locale(),
                submission.source(),
                clock.instant(),
                visit.marks().stream().map(ScreeningMark::id).toList(),
                visit.proof(),
                submission.signatory());
        try {
            return switch (submissions.send(event)) {
                case Submissions.Receipt.Acknowledged acknowledged -> {
                    keys.keep(named);
                    yield new Outcome.Received(named.id());
                }
                case Submissions.Receipt.Unavailable unavailable -> new Outcome.Unavailable();
            };
        } finally {
            keys.release(named);
        }
    }

    /** Why the appeal takes no signatures now. */
    private Optional<Outcome> refusal(Appeal appeal) {
        return switch (states.of(appeal)) {
            case AppealState.Open open -> Optional.empty();
            case AppealState.NotYetOpen(var opensAt) -> Optional.of(new Outcome.NotYetOpen(opensAt));
            case AppealState.Closed(var closedAt) -> Optional.of(new Outcome.Closed(closedAt));
            case AppealState.Paused paused -> Optional.of(new Outcome.Paused());
            case AppealState.Unread unread -> Optional.of(new Outcome.Unavailable());
        };
    }

    private Outcome counted(Outcome outcome) {
        meters.counter("upprop.signatures", "outcome", label(outcome)).increment();
        return outcome;
    }

    private static String label(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Received received -> "received";
            case Outcome.Invalid invalid -> "invalid";
            case Outcome.KeyReused reused -> "key-reused";
            case Outcome.NotYetOpen notYetOpen -> "not-yet-open";
            case Outcome.Closed closed -> "closed";
            case Outcome.Paused paused -> "paused";
            case Outcome.Unavailable unavailable -> "unavailable";
        };
    }
}

package org.upprop.intake.form;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.intake.admission.Admission;
import org.upprop.intake.admission.Verdict;
import org.upprop.intake.signature.Outcome;
import org.upprop.intake.signature.Reception;
import org.upprop.intake.signature.TypedSignature;
import org.upprop.intake.signature.Visit;
import org.upprop.signature.ScreeningMark;
import org.upprop.visit.Visitor;

/**
 * Takes forms. Mistakes come first, then a doubtful address, then the limits: whoever is asked to wait has a form that will
 * be taken, and a form with a mistake uses up nobody's limit.
 */
@Component
public class FormDesk {

    private final Reception reception;
    private final Admission admission;
    private final InstantSource clock;

    FormDesk(Reception reception, Admission admission, InstantSource clock) {
        this.reception = reception;
        this.admission = admission;
        this.clock = clock;
    }

    /** A form that nobody has filled in yet. */
    public SentForm blank() {
        return FormKey.renewedIn(SentForm.BLANK)
                .with(Hidden.OPENED, String.valueOf(clock.instant().toEpochMilli()));
    }

    /**
     * Takes one form.
     *
     * @param languages what the signatory reads, as {@code Accept-Language} says it; empty if unknown
     */
    public Step take(Appeal appeal, SentForm sent, String languages, Visitor visitor) {
        return switch (Press.of(sent)) {
            case CHANGE ->
                new Step.Changing(FormKey.renewedIn(sent).with(Hidden.PASS, "").with(Hidden.RIGHT_DOMAIN, ""));
            case USE_MEANT -> take(appeal, DoubtfulAddress.correctedIn(sent), languages, visitor, clock.instant());
            case SIGN -> take(appeal, sent, languages, visitor, clock.instant());
        };
    }

    private Step take(Appeal appeal, SentForm sent, String languages, Visitor visitor, Instant now) {
        SentForm form = FormKey.ensuredIn(sent);
        TypedSignature signature = new FormReader(appeal, form).signature();
        Optional<Outcome> objection = reception.objection(appeal, signature, languages);
        if (objection.isPresent()) {
            return new Step.Answered(form, objection.get());
        }
        Optional<DoubtfulAddress> doubt = DoubtfulAddress.in(form);
        if (doubt.isPresent()) {
            return doubt.get().asked(form);
        }
        String pass = form.text(Hidden.PASS);
        return switch (admission.admit(appeal, visitor, pass, form.text(Hidden.KEY))) {
            case Verdict.Held held ->
                new Step.Held(form.with(Hidden.PASS, held.challenge().token()), held, now);
            case Verdict.Admitted(var marks, var proof) -> {
                List<ScreeningMark> all = Screening.marks(form, now);
                all.addAll(marks);
                Outcome outcome =
                        reception.take(appeal, signature, new Visit(languages, form.text(Hidden.KEY), all, proof));
                yield outcome instanceof Outcome.KeyReused
                        ? take(appeal, anotherOf(form), languages, visitor, now)
                        : new Step.Answered(form, outcome);
            }
        };
    }

    /**
     * A key that stands for another signature comes from a page that was gone back to: this is a signature of its own, and
     * what let the other one through does not let it through.
     */
    private static SentForm anotherOf(SentForm form) {
        return FormKey.renewedIn(form).with(Hidden.PASS, "");
    }
}

package org.upprop.verification.screening;

import org.springframework.stereotype.Component;
import org.upprop.verification.signature.DomainEvidence;

/** Looks at what comes in, and again at its address when it is confirmed, by the rules that hold just then. */
@Component
public class Screening {

    private final ScreeningRules rules;

    Screening(ScreeningRules rules) {
        this.rules = rules;
    }

    public Sieve sieve() {
        return new Sieve(rules.all(), DomainEvidence.DISPOSABLE, DomainEvidence::isOfMany);
    }
}

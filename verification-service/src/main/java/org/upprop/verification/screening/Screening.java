package org.upprop.verification.screening;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.upprop.signature.DomainList;
import org.upprop.verification.signature.DomainEvidence;

/** Looks at what comes in, by the rules that hold just then. */
@Component
public class Screening {

    private static final Set<String> DISPOSABLE =
            Set.copyOf(DomainList.beside(Screening.class, "disposable-domains.txt"));

    private final ScreeningRules rules;

    Screening(ScreeningRules rules) {
        this.rules = rules;
    }

    public Sieve sieve() {
        return new Sieve(rules.all(), DISPOSABLE, DomainEvidence.DOMAINS_OF_MANY);
    }
}

package org.upprop.verification.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.ScreeningMark;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.DomainEvidence;

/** All rules at one moment, ready to be asked. */
public final class Sieve {

    private final Map<RuleKind, Set<String>> exact = new EnumMap<>(RuleKind.class);
    private final Map<RuleKind, List<Stars>> patterns = new EnumMap<>(RuleKind.class);
    private final Set<String> disposable;
    private final Predicate<String> isLarge;

    /**
     * @param disposable domains of which it is known that anybody gets an address there for some minutes
     * @param isLarge of a domain whether so many people have an address on it that many signing at once say nothing
     */
    Sieve(Collection<ScreeningRule> rules, Set<String> disposable, Predicate<String> isLarge) {
        this.disposable = disposable;
        this.isLarge = isLarge;
        for (RuleKind kind : RuleKind.values()) {
            List<String> values = rules.stream()
                    .filter(rule -> rule.kind() == kind)
                    .map(ScreeningRule::value)
                    .toList();
            exact.put(kind, new HashSet<>(values));
            patterns.put(
                    kind,
                    values.stream()
                            .filter(value -> value.indexOf('*') >= 0)
                            .map(Stars::of)
                            .toList());
        }
    }

    /** Why a signature of this address waits for a reviewer. */
    public List<ScreeningMark> marks(EmailAddress address, AddressKey key) {
        String domain = address.domain();
        List<ScreeningMark> marks = new ArrayList<>();
        if (holds(RuleKind.DOMAIN, domain)) {
            marks.add(ScreeningMark.BLOCKED_DOMAIN);
        }
        if (exact.getOrDefault(RuleKind.ADDRESS, Set.of()).contains(key.value())) {
            marks.add(ScreeningMark.BLOCKED_ADDRESS);
        }
        if (holds(RuleKind.DISPOSABLE, domain)
                || DomainEvidence.withParents(domain).anyMatch(disposable::contains)) {
            marks.add(ScreeningMark.DISPOSABLE);
        }
        return List.copyOf(marks);
    }

    /**
     * The domain of which it says something when many sign at once, with all that is below it, since whoever has registered
     * it makes as many as they like; nothing where that says nothing.
     */
    public Optional<String> counted(EmailAddress address) {
        String whole = DomainEvidence.wholeOf(address.domain());
        return isLarge.test(whole) || holds(RuleKind.EXPECTED, whole) || holds(RuleKind.EXPECTED, address.domain())
                ? Optional.empty()
                : Optional.of(whole);
    }

    /** How many of one domain may sign one appeal within an hour; nothing where as many may as like. */
    public @Nullable Integer burst() {
        return exact.getOrDefault(RuleKind.BURST, Set.of()).stream()
                .map(Integer::valueOf)
                .findFirst()
                .orElse(null);
    }

    private boolean holds(RuleKind kind, String domain) {
        return exact.getOrDefault(kind, Set.of()).contains(domain)
                || patterns.getOrDefault(kind, List.of()).stream().anyMatch(pattern -> pattern.fit(domain));
    }
}

package org.upprop.verification.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;
import org.upprop.verification.identity.AddressKeys;
import org.upprop.verification.screening.RuleKind;
import org.upprop.verification.screening.ScreeningRule;
import org.upprop.verification.screening.ScreeningRules;

/** Lets reviewers make the rules of screening, and writes down who made which. */
@Component
public class RuleBook {

    private static final int LONGEST_NOTE = 200;

    /** All are looked at for all that comes in. */
    private static final int MOST_RULES = 5_000;

    private final ScreeningRules rules;
    private final AddressKeys keys;
    private final AuditTrail trail;

    RuleBook(ScreeningRules rules, AddressKeys keys, AuditTrail trail) {
        this.rules = rules;
        this.keys = keys;
        this.trail = trail;
    }

    public List<ScreeningRule> all() {
        return rules.all();
    }

    /**
     * Adds a rule, which holds for whatever comes in from now on.
     *
     * @param value as it was typed; of an address only its key is kept
     * @throws InvalidValue if the kind cannot have the value, the note is too long, or there are too many rules
     */
    @Transactional
    public ScreeningRule add(Reviewer by, RuleKind kind, String value, @Nullable String note) {
        String kept = kind.kept(value, keys);
        String remark = note == null || note.isBlank() ? null : TypedText.line("note", note, LONGEST_NOTE);
        if (kind != RuleKind.BURST && rules.all().size() >= MOST_RULES) {
            throw new InvalidValue("rules.too-many", "There may be " + MOST_RULES + " rules at most.");
        }
        ScreeningRule rule = rules.add(kind, kept, remark, by.name());
        trail.noted(by, "rule-add", null, subject(rule), remark);
        return rule;
    }

    /** Removes a rule; false where there is none any more. */
    @Transactional
    public boolean remove(Reviewer by, UUID id) {
        return rules.remove(id)
                .map(rule -> {
                    trail.noted(by, "rule-remove", null, subject(rule), rule.note());
                    return true;
                })
                .orElse(false);
    }

    /** Of an address not even its key outlives the rule. */
    private static String subject(ScreeningRule rule) {
        return rule.kind().word() + " "
                + (rule.kind() == RuleKind.ADDRESS ? rule.id().toString() : rule.value());
    }
}

package org.upprop.intake.signature;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealText;
import org.upprop.appeal.Policy;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.input.Checks;
import org.upprop.intake.input.LanguageTag;
import org.upprop.intake.input.Reading;
import org.upprop.intake.signature.TypedSignature.TypedConsent;
import org.upprop.site.Language;
import org.upprop.text.InvalidValue;

/** Makes a submission of what was typed, or says everything that is wrong with it for this appeal. */
@Component
class SignatureReader {

    private static final String DIRECT = "direct";

    private final Appeals appeals;

    SignatureReader(Appeals appeals) {
        this.appeals = appeals;
    }

    Reading<Submission> read(Appeal appeal, TypedSignature typed, String languages) {
        Checks checks = new Checks();
        int version = Objects.requireNonNullElse(typed.appealVersion(), appeal.version());
        var consent = consent(checks, typed.consent(), consentOf(appeal, version));
        if (consentOf(appeal, version).isEmpty()) {
            checks.refuse("/appealVersion", "appealVersion.unknown", "Must be a version of this appeal.");
        }
        var signatory = new SignatoryReader(checks, typed, appeal.policy()).signatory(consent);
        refuseUnwantedComment(checks, appeal, typed);
        var locale = checks.optional("/locale", typed.locale(), LanguageTag::new);
        return checks.result(() -> {
            LanguageTag own = locale.orNull();
            return new Submission(
                    version,
                    own == null
                            ? Language.best(appeal.translations().keySet(), null, languages)
                                    .orElse(appeal.originalLocale())
                            : own.value(),
                    sourceOf(appeal, typed.source()),
                    signatory.get());
        });
    }

    /** What was agreed to in a version; whoever saw an older one signs that one. */
    private Optional<String> consentOf(Appeal appeal, int version) {
        if (version == appeal.version()) {
            return Optional.of(appeal.consent().version());
        }
        return version > appeal.version()
                ? Optional.empty()
                : appeals.text(appeal.slug(), version).map(AppealText::consent).map(Appeal.Consent::version);
    }

    private static Supplier<String> consent(Checks checks, @Nullable TypedConsent typed, Optional<String> asked) {
        return checks.required("/consent/version", typed == null ? null : typed.version(), agreed -> {
            if (asked.isPresent() && !asked.get().equals(agreed)) {
                throw new InvalidValue("consent.outdated", "Must be the version of the consent that the appeal asks.");
            }
            return agreed;
        });
    }

    private static void refuseUnwantedComment(Checks checks, Appeal appeal, TypedSignature typed) {
        String comment = typed.comment();
        if (comment != null && !comment.isBlank() && appeal.policy().comments() == Policy.Comments.OFF) {
            checks.refuse("/comment", "comment.off", "This appeal takes no comments.");
        }
    }

    private static String sourceOf(Appeal appeal, @Nullable String typed) {
        return appeal.sources().stream()
                .map(Appeal.Source::id)
                .filter(id -> id.equals(typed))
                .findFirst()
                .orElse(DIRECT);
    }
}

package org.upprop.intake.form.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealText;
import org.upprop.appeal.Policy;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.form.FormDesk;
import org.upprop.intake.form.FormField;
import org.upprop.intake.form.Hidden;
import org.upprop.intake.form.SentForm;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.Language;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** Makes what a form shows. */
@Component
public class Forms {

    /** The sentences of the form and of what comes after it. */
    public static final Vocabulary WORDS = Spoken.vocabulary("messages.form");

    private static final String STYLESHEET = "form.css";
    private static final String SCRIPT = "form.js";
    private static final String PROOF = "proof.js";

    private final FormDesk desk;
    private final Appeals appeals;
    private final Assets assets;

    Forms(FormDesk desk, Appeals appeals, Assets assets) {
        this.desk = desk;
        this.appeals = appeals;
        this.assets = assets;
    }

    /**
     * A form that nobody has filled in yet, for the page of an appeal.
     *
     * @param as {@code organisation} where it is to be one's; a person's otherwise
     */
    public FormView blank(Appeal appeal, Reader reader, @Nullable String as) {
        SentForm form = desk.blank().with(FormField.KIND.id(), Objects.requireNonNullElse(as, ""));
        return filled(appeal, reader, form, Complaints.NONE, null, null);
    }

    /** A form that comes back with everything that was typed. */
    FormView filled(
            Appeal appeal,
            Reader reader,
            SentForm form,
            Complaints complaints,
            @Nullable Task task,
            @Nullable Notice notice) {
        Words words = reader.words(WORDS, appeal);
        Signed signed = signed(appeal, form);
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put(Hidden.APPEAL_VERSION, String.valueOf(signed.version()));
        hidden.put(Hidden.LANGUAGE, languageOf(appeal, reader, words));
        hidden.put(Hidden.SOURCE, reader.sourceOf(appeal).map(Appeal.Source::id).orElse(""));
        hidden.put(Hidden.KEY, form.text(Hidden.KEY));
        hidden.put(Hidden.OPENED, form.text(Hidden.OPENED));
        hidden.put(Hidden.PASS, form.text(Hidden.PASS));
        hidden.put(Hidden.RIGHT_DOMAIN, form.text(Hidden.RIGHT_DOMAIN));
        return new FormView(
                words,
                reader.toForm(appeal),
                form,
                hidden,
                consent(signed.consent(), reader.textOf(appeal), appeal.originalLocale()),
                appeal.publisher().name(),
                reader.to(appeal, "/privacy"),
                !appeal.policy().atRisk(),
                appeal.policy().comments() != Policy.Comments.OFF,
                complaints,
                task,
                notice,
                assets.address(STYLESHEET),
                task == null
                        ? List.of(assets.address(SCRIPT))
                        : List.of(assets.address(PROOF), assets.address(SCRIPT)));
    }

    /** The address of the blank form of one kind of signatory. */
    String addressFor(SignatoryKind kind, Appeal appeal, Reader reader) {
        String page = reader.to(appeal, "");
        String as = kind == SignatoryKind.ORGANISATION ? FormField.ORGANISATION_KIND : FormField.INDIVIDUAL_KIND;
        return page + (page.contains("?") ? "&" : "?") + "as=" + as + "#sign";
    }

    String stylesheet() {
        return assets.address(STYLESHEET);
    }

    /** The language of the mail: the one of the appeal's that is read best, or else the interface's. */
    public static String languageOf(Appeal appeal, Reader reader, Words words) {
        return Language.best(appeal.translations().keySet(), reader.lang(), reader.accepted())
                .orElse(words.tag());
    }

    /** Whoever has seen an older version signs that one, and agrees to what stood there. */
    private Signed signed(Appeal appeal, SentForm form) {
        try {
            int seen = Integer.parseInt(form.text(Hidden.APPEAL_VERSION));
            if (seen < appeal.version()) {
                return appeals.text(appeal.slug(), seen)
                        .map(AppealText::consent)
                        .map(consent -> new Signed(seen, consent))
                        .orElseGet(() -> new Signed(appeal.version(), appeal.consent()));
            }
        } catch (NumberFormatException none) {
            // A page that was tampered with: the present version is the one to sign.
        }
        return new Signed(appeal.version(), appeal.consent());
    }

    private static FormView.Consent consent(Appeal.Consent consent, Language read, String original) {
        String tag = consent.text().containsKey(read.tag()) ? read.tag() : original;
        return new FormView.Consent(
                consent.version(), Objects.requireNonNullElse(consent.text().get(tag), ""), new Language(tag));
    }

    private record Signed(int version, Appeal.Consent consent) {}
}

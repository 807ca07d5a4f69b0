package org.upprop.intake.form.web;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.intake.form.FormField;
import org.upprop.intake.form.SentForm;
import org.upprop.page.web.Countries;
import org.upprop.page.web.Option;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * What a form shows.
 *
 * @param action where it is sent
 * @param form what was typed
 * @param hidden what travels with it unseen
 * @param consent what is agreed to
 * @param publisher who publishes the names
 * @param privacy the address of the privacy page
 * @param asksPlace whether people are asked where they live
 * @param asksComment whether people are asked for a comment
 * @param task what is asked before it is taken, if anything is
 * @param notice why it comes back, if nothing is wrong with it
 * @param stylesheet the address of its style
 * @param scripts the addresses of what makes it handier; it works without
 */
public record FormView(
        Words words,
        String action,
        SentForm form,
        Map<String, String> hidden,
        Consent consent,
        String publisher,
        String privacy,
        boolean asksPlace,
        boolean asksComment,
        Complaints complaints,
        @Nullable Task task,
        @Nullable Notice notice,
        String stylesheet,
        List<String> scripts) {

    static final Set<FormField> HINTED = EnumSet.of(
            FormField.NAME, FormField.WEBSITE, FormField.EMAIL, FormField.AFFILIATION, FormField.CONTACT_NAME);

    public FormView {
        hidden = Collections.unmodifiableSortedMap(new TreeMap<>(hidden));
        scripts = List.copyOf(scripts);
    }

    public boolean isOrganisation() {
        return form.kind() == SignatoryKind.ORGANISATION;
    }

    /** The class of what only one kind of signatory sees; empty where both do. */
    public String classOf(FormField field) {
        return switch (field) {
            case COUNTRY -> asksPlace ? "" : "of-organisation";
            default ->
                switch (field.kind()) {
                    case INDIVIDUAL -> "of-individual";
                    case ORGANISATION -> "of-organisation";
                    case null -> "";
                };
        };
    }

    public String label(FormField field) {
        return words.say("field." + field.id());
    }

    public boolean hasHint(FormField field) {
        return HINTED.contains(field);
    }

    /** The ids of what explains a field, as {@code aria-describedby} wants them; nothing where nothing does. */
    public @Nullable String explainedBy(FormField field) {
        String ids = Stream.of(
                        complaints.of(field) == null ? "" : field.id() + "-wrong",
                        hasHint(field) ? field.id() + "-hint" : "")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    public boolean chosen(FormField field, Option option) {
        return option.value().equals(form.text(field));
    }

    /** Whether what is asked of those who want to say more stands open: once something stands in it. */
    public boolean saysMore() {
        return Stream.of(FormField.CITY, FormField.ROLE, FormField.AFFILIATION, FormField.COMMENT)
                .anyMatch(field -> form.typed(field) != null || complaints.of(field) != null);
    }

    public List<Option> countries() {
        return Countries.in(words);
    }

    public List<Option> organisationTypes() {
        return OrganisationTypes.in(words);
    }

    public boolean agrees() {
        return consent.version().equals(form.text(FormField.CONSENT));
    }

    public boolean isAuthorised() {
        return form.typed(FormField.AUTHORISED) != null;
    }

    /** What a signatory agrees to, and in which language it is written. */
    public record Consent(String version, String text, Language language) {
        public Consent {
            Objects.requireNonNull(text);
        }
    }
}

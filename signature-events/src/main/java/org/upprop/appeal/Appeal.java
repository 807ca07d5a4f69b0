package org.upprop.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.text.InvalidValue;

/**
 * An appeal as it stands: the value of {@code appeals.v1} under its slug.
 *
 * @param revision counts every change from 1
 * @param version counts the changes of substance from 1; a signature is bound to the version that was signed
 * @param textHash SHA-256 of the texts of this version, in lower-case hexadecimal
 * @param originalLocale the language it was written in, one of the translations
 * @param opensAt when signing begins, at once if absent
 * @param closesAt when signing ends, never if absent
 * @param goal how many signatures the organiser hopes for
 * @param translations the texts by BCP 47 tag
 * @param firstSignatories entries that the appeal's page names first
 */
public record Appeal(
        AppealSlug slug,
        long revision,
        int version,
        String textHash,
        String originalLocale,
        Publisher publisher,
        Controller controller,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer goal,
        Map<String, Translation> translations,
        Consent consent,
        List<Source> sources,
        Policy policy,
        List<UUID> firstSignatories,
        Instant changedAt) {

    public Appeal {
        translations = Map.copyOf(translations);
        sources = List.copyOf(sources);
        firstSignatories = List.copyOf(firstSignatories);
        if (!translations.containsKey(originalLocale)) {
            throw new InvalidValue("originalLocale.untranslated", "Must be one of the translations.");
        }
    }

    /** The text in a language, or else in the language it was written in. */
    public Translation in(String locale) {
        Translation original = Objects.requireNonNull(translations.get(originalLocale));
        return translations.getOrDefault(locale, original);
    }

    /** The language that a reader of {@code locale} gets. */
    public String localeFor(String locale) {
        return translations.containsKey(locale) ? locale : originalLocale;
    }

    /** One language's text: a title, a summary, a body in Markdown, and the demands in their order. */
    public record Translation(String title, String summary, String body, List<Demand> demands) {
        public Translation {
            demands = List.copyOf(demands);
        }
    }

    /** One demand; its id is the same in every language. */
    public record Demand(String id, String text) {}

    /** Who publishes the appeal. */
    public record Publisher(String name, String url) {}

    /** Who answers for the personal data. */
    public record Controller(String name, String postalAddress, String email) {}

    /** What a signatory agrees to, by language. */
    public record Consent(String version, Map<String, String> text) {
        public Consent {
            text = Map.copyOf(text);
        }
    }

    /** A site that republishes the appeal; its origins may embed the form. */
    public record Source(
            String id,
            String name,
            String url,
            List<String> origins,
            @Nullable String intro) {
        public Source {
            origins = List.copyOf(origins);
        }
    }
}

package org.upprop.intake.appeal;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.intake.appeal.TypedAppeal.TypedConsent;
import org.upprop.intake.appeal.TypedAppeal.TypedDemand;
import org.upprop.intake.appeal.TypedAppeal.TypedTranslation;
import org.upprop.intake.input.Checks;
import org.upprop.intake.input.LanguageTag;
import org.upprop.intake.input.ShortId;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;

/** Reads what an appeal says and what is agreed to, in every language. */
final class TextsReader {

    static final int TITLE_LIMIT = 200;
    static final int SUMMARY_LIMIT = 1_000;
    static final int BODY_LIMIT = 50_000;
    static final int DEMAND_LIMIT = 1_000;
    static final int CONSENT_LIMIT = 10_000;
    static final int CONSENT_VERSION_LIMIT = 40;
    static final int MOST_DEMANDS = 50;
    static final int MOST_LANGUAGES = 100;

    private final Checks checks;

    TextsReader(Checks checks) {
        this.checks = checks;
    }

    /** The translations by language; those under something that is no language are left out and noted. */
    Map<String, Supplier<Appeal.Translation>> translations(@Nullable Map<String, @Nullable TypedTranslation> typed) {
        var given = typed == null ? Map.<String, @Nullable TypedTranslation>of() : typed;
        if (given.isEmpty()) {
            checks.refuse("/translations", "translations.required", "Must have at least one language.");
        }
        Set<String> languages = languages("/translations", given.keySet());
        checkDemandsAlike(languages, given);
        Map<String, Supplier<Appeal.Translation>> translations = new LinkedHashMap<>();
        languages.forEach(tag -> translations.put(tag, translation("/translations/" + tag, given.get(tag))));
        return translations;
    }

    static Map<String, Appeal.Translation> all(Map<String, Supplier<Appeal.Translation>> read) {
        return read.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, translation -> translation.getValue().get()));
    }

    Supplier<Appeal.Consent> consent(@Nullable TypedConsent typed, Set<String> published) {
        TypedConsent given = requireNonNullElse(typed, new TypedConsent(null, null));
        var texts = given.text() == null ? Map.<String, @Nullable String>of() : given.text();
        var version = checks.required(
                "/consent/version", given.version(), text -> TypedText.line("version", text, CONSENT_VERSION_LIMIT));
        Set<String> languages = new TreeSet<>(published);
        languages.addAll(languages("/consent/text", texts.keySet()));
        Map<String, Supplier<String>> read = new TreeMap<>();
        languages.forEach(tag -> read.put(
                tag,
                checks.required(
                        "/consent/text/" + tag,
                        "text",
                        texts.get(tag),
                        text -> TypedText.lines("text", text, CONSENT_LIMIT))));
        return () -> new Appeal.Consent(
                version.get(),
                read.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, text -> text.getValue().get())));
    }

    /** What was sent as a language is repeated in pointers only where it is one. */
    private Set<String> languages(String pointer, Set<String> typed) {
        if (typed.size() > MOST_LANGUAGES) {
            checks.refuse(pointer, "locale.too-many", "At most " + MOST_LANGUAGES + " languages.");
            return Set.of();
        }
        Set<String> languages = new TreeSet<>();
        typed.forEach(tag -> checks.read(pointer, () -> languages.add(canonical(tag))));
        return languages;
    }

    private static String canonical(String tag) {
        if (!new LanguageTag(tag).value().equals(tag)) {
            throw new InvalidValue("locale.form", "Must be in canonical case, such as sv or pt-BR.");
        }
        return tag;
    }

    private Supplier<Appeal.Translation> translation(String pointer, @Nullable TypedTranslation typed) {
        TypedTranslation given = requireNonNullElse(typed, new TypedTranslation(null, null, null, null));
        var title =
                checks.required(pointer + "/title", given.title(), text -> TypedText.line("title", text, TITLE_LIMIT));
        var summary = checks.required(
                pointer + "/summary", given.summary(), text -> TypedText.lines("summary", text, SUMMARY_LIMIT));
        var body = checks.required(
                pointer + "/body", given.body(), text -> Markdown.checked(TypedText.lines("body", text, BODY_LIMIT)));
        var demands = checks.each(pointer + "/demands", given.demands(), MOST_DEMANDS, this::demand);
        return () -> new Appeal.Translation(title.get(), summary.get(), body.get(), demands.get());
    }

    private Supplier<Appeal.Demand> demand(String pointer, @Nullable TypedDemand typed) {
        TypedDemand given = requireNonNullElse(typed, new TypedDemand(null, null));
        var id = checks.required(pointer + "/id", given.id(), ShortId::new);
        var text = checks.required(
                pointer + "/text", given.text(), demand -> TypedText.lines("text", demand, DEMAND_LIMIT));
        return () -> new Appeal.Demand(id.get().value(), text.get());
    }

    /** A demand is the same one in every language: all translations have the same ids, each once. */
    private void checkDemandsAlike(Set<String> languages, Map<String, @Nullable TypedTranslation> given) {
        Set<String> first = null;
        for (String tag : languages) {
            List<@Nullable TypedDemand> demands = demandsOf(given.get(tag));
            Set<String> ids = idsOf(demands);
            String pointer = "/translations/" + tag + "/demands";
            if (demands.isEmpty()) {
                checks.refuse(pointer, "demands.required", "Must have at least one demand.");
            } else if (ids.size() < demands.size()) {
                checks.refuse(pointer, "demands.ids", "Each demand must have an id of its own.");
            } else if (first != null && !first.equals(ids)) {
                checks.refuse(pointer, "demands.differ", "Must have the same ids as in every other language.");
            } else {
                first = ids;
            }
        }
    }

    private static List<@Nullable TypedDemand> demandsOf(@Nullable TypedTranslation typed) {
        return typed == null || typed.demands() == null ? List.of() : typed.demands();
    }

    private static Set<String> idsOf(List<@Nullable TypedDemand> demands) {
        Set<String> ids = new TreeSet<>();
        for (TypedDemand demand : demands) {
            if (demand != null && demand.id() != null) {
                ids.add(demand.id());
            }
        }
        return ids;
    }
}

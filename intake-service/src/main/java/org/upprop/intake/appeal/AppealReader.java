package org.upprop.intake.appeal;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.Policy;
import org.upprop.intake.appeal.TypedAppeal.TypedController;
import org.upprop.intake.appeal.TypedAppeal.TypedPolicy;
import org.upprop.intake.appeal.TypedAppeal.TypedPublisher;
import org.upprop.intake.input.Checks;
import org.upprop.intake.input.Reading;
import org.upprop.intake.input.WebAddress;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;

/** Makes a draft of what an organiser sent, or says everything that is wrong with it. */
final class AppealReader {

    static final int NAME_LIMIT = 200;
    static final int POSTAL_ADDRESS_LIMIT = 500;
    static final int CONTACT_LIMIT = 254;
    static final int MOST_FIRST_SIGNATORIES = 200;
    static final int GREATEST_GOAL = 100_000_000;
    private static final Pattern CONTACT = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Checks checks = new Checks();

    private AppealReader() {}

    static Reading<Draft> read(TypedAppeal typed) {
        return new AppealReader().draft(typed);
    }

    private Reading<Draft> draft(TypedAppeal typed) {
        var texts = new TextsReader(checks);
        var translations = texts.translations(typed.translations());
        var consent = texts.consent(typed.consent(), translations.keySet());
        var originalLocale = checks.required(
                "/originalLocale", typed.originalLocale(), tag -> published(tag, translations.keySet()));
        var publisher = publisher(typed.publisher());
        var controller = controller(typed.controller());
        var opensAt = checks.optional("/opensAt", typed.opensAt(), text -> instant("opensAt", text));
        var closesAt = checks.optional("/closesAt", typed.closesAt(), text -> instant("closesAt", text));
        checkOrder(opensAt.orNull(), closesAt.orNull());
        checkGoal(typed.goal());
        var sources = new SourcesReader(checks).sources(typed.sources());
        var policy = policy(typed.policy());
        var firstSignatories = firstSignatories(typed.firstSignatories());
        return checks.result(() -> new Draft(
                originalLocale.get(),
                publisher.get(),
                controller.get(),
                opensAt.orNull(),
                closesAt.orNull(),
                typed.goal(),
                TextsReader.all(translations),
                consent.get(),
                sources.get(),
                policy.get(),
                firstSignatories.get(),
                Boolean.TRUE.equals(typed.editorial())));
    }

    private static String published(String tag, Set<String> languages) {
        if (!languages.contains(tag)) {
            throw new InvalidValue("originalLocale.untranslated", "Must be one of the translations.");
        }
        return tag;
    }

    private Supplier<Appeal.Publisher> publisher(@Nullable TypedPublisher typed) {
        TypedPublisher given = requireNonNullElse(typed, new TypedPublisher(null, null));
        var name = checks.required("/publisher/name", given.name(), text -> TypedText.line("name", text, NAME_LIMIT));
        var url = checks.required("/publisher/url", given.url(), WebAddress::new);
        return () -> new Appeal.Publisher(name.get(), url.get().value());
    }

    private Supplier<Appeal.Controller> controller(@Nullable TypedController typed) {
        TypedController given = requireNonNullElse(typed, new TypedController(null, null, null));
        var name = checks.required("/controller/name", given.name(), text -> TypedText.line("name", text, NAME_LIMIT));
        var address = checks.required(
                "/controller/postalAddress",
                given.postalAddress(),
                text -> TypedText.lines("postalAddress", text, POSTAL_ADDRESS_LIMIT));
        var email = checks.required("/controller/email", given.email(), AppealReader::contactAddress);
        return () -> new Appeal.Controller(name.get(), address.get(), email.get());
    }

    /** An address for readers to write to; no mail of this system goes there, so its domain need not be known. */
    private static String contactAddress(String typed) {
        String address = TypedText.line("email", typed, CONTACT_LIMIT);
        if (!CONTACT.matcher(address).matches()) {
            throw new InvalidValue("email.invalid", "Must be an e-mail address such as name@example.org.");
        }
        return address;
    }

    private static Instant instant(String field, String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidValue(field + ".invalid", "Must be a time such as 2022-01-12T00:00:00Z.");
        }
    }

    private void checkOrder(@Nullable Instant opensAt, @Nullable Instant closesAt) {
        if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
            checks.refuse("/closesAt", "closesAt.order", "Must be after opensAt.");
        }
    }

    private void checkGoal(@Nullable Integer goal) {
        if (goal != null && (goal < 1 || goal > GREATEST_GOAL)) {
            checks.refuse("/goal", "goal.range", "Must be from 1 to " + GREATEST_GOAL + ".");
        }
    }

    private Supplier<Policy> policy(@Nullable TypedPolicy typed) {
        TypedPolicy given = requireNonNullElse(typed, new TypedPolicy(null, null, null, null, null));
        var organisations = checks.optional("/policy/organisations", given.organisations(), text -> switch (text) {
            case "review" -> Policy.Organisations.REVIEW;
            case "domain-or-review" -> Policy.Organisations.DOMAIN_OR_REVIEW;
            default -> throw new InvalidValue("organisations.unknown", "Must be review or domain-or-review.");
        });
        var comments = checks.optional("/policy/comments", given.comments(), text -> switch (text) {
            case "off" -> Policy.Comments.OFF;
            case "review" -> Policy.Comments.REVIEW;
            default -> throw new InvalidValue("comments.unknown", "Must be off or review.");
        });
        return () -> new Policy(
                requireNonNullElse(organisations.orNull(), Policy.DEFAULT.organisations()),
                requireNonNullElse(comments.orNull(), Policy.DEFAULT.comments()),
                requireNonNullElse(given.openData(), Policy.DEFAULT.openData()),
                requireNonNullElse(given.atRisk(), Policy.DEFAULT.atRisk()),
                requireNonNullElse(given.listIndexed(), Policy.DEFAULT.listIndexed()));
    }

    private Supplier<List<UUID>> firstSignatories(@Nullable List<@Nullable String> typed) {
        return checks.each(
                "/firstSignatories",
                typed,
                MOST_FIRST_SIGNATORIES,
                (pointer, id) -> checks.required(pointer, "firstSignatories", id, AppealReader::entryId));
    }

    private static UUID entryId(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidValue("firstSignatories.invalid", "Must be the id of an entry.");
        }
    }
}

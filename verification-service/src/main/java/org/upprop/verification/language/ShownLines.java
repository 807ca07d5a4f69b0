package org.upprop.verification.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.Signatory;
import org.upprop.site.Words;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Released;

/** A signatory in a few lines, the name first: the same on pages and in mails. */
public final class ShownLines {

    private ShownLines() {}

    /** What is released, as the list shows it. */
    public static List<String> of(Released released, Words words) {
        if (released.name() == null) {
            return List.of(words.say("shown.hidden"));
        }
        return lines(
                released.name(),
                joined(released.role(), released.affiliation()),
                released.organisationType() == null
                        ? null
                        : words.say("type."
                                + released.organisationType()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')),
                released.parent() == null ? null : words.say("shown.parent", released.parent()),
                released.website(),
                joined(
                        released.city(),
                        released.country() == null
                                ? null
                                : words.country(released.country().code())));
    }

    /** What a choice shows, which says itself when it shows nothing. */
    public static List<String> chosen(Released released, Words words) {
        return released.name() == null ? List.of() : of(released, words);
    }

    /** Everything that was entered, but the address itself. */
    public static List<String> entered(Signatory signatory, Words words) {
        List<String> lines = new ArrayList<>(of(Released.of(signatory, ChosenDisplay.FULL, false), words));
        switch (signatory) {
            case Signatory.Individual person -> {
                if (person.comment() != null) {
                    lines.add(person.comment().value());
                }
            }
            case Signatory.Organisation organisation -> {
                Signatory.Contact contact = organisation.contact();
                lines.add(words.say(
                        "shown.contact",
                        contact.name().value() + ", " + contact.role().value()));
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> lines(@Nullable String... lines) {
        return Stream.of(lines).filter(Objects::nonNull).toList();
    }

    private static @Nullable String joined(@Nullable String... parts) {
        String joined = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }
}

package org.upprop.intake.appeal;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.intake.appeal.TypedAppeal.TypedSource;
import org.upprop.intake.input.Checks;
import org.upprop.intake.input.ShortId;
import org.upprop.intake.input.WebAddress;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;

/** Reads which sites republish an appeal. */
final class SourcesReader {

    /** What stands for a signature that came through none of the sources. */
    private static final String DIRECT = "direct";

    static final int NAME_LIMIT = 200;
    static final int INTRO_LIMIT = 2_000;
    static final int MOST_SOURCES = 100;
    static final int MOST_ORIGINS = 20;

    private final Checks checks;
    private final Set<String> ids = new HashSet<>(Set.of(DIRECT));

    SourcesReader(Checks checks) {
        this.checks = checks;
    }

    Supplier<List<Appeal.Source>> sources(@Nullable List<@Nullable TypedSource> typed) {
        return checks.each("/sources", typed, MOST_SOURCES, this::source);
    }

    private Supplier<Appeal.Source> source(String pointer, @Nullable TypedSource typed) {
        TypedSource given = requireNonNullElse(typed, new TypedSource(null, null, null, null, null));
        var id = checks.required(pointer + "/id", given.id(), this::newId);
        var name = checks.required(pointer + "/name", given.name(), text -> TypedText.line("name", text, NAME_LIMIT));
        var url = checks.required(pointer + "/url", given.url(), WebAddress::new);
        var origins = checks.each(
                pointer + "/origins",
                given.origins(),
                MOST_ORIGINS,
                (at, origin) -> checks.required(at, "origins", origin, WebAddress::origin));
        var intro =
                checks.optional(pointer + "/intro", given.intro(), text -> TypedText.lines("intro", text, INTRO_LIMIT));
        return () -> new Appeal.Source(id.get(), name.get(), url.get().value(), origins.get(), intro.orNull());
    }

    private String newId(String typed) {
        String id = new ShortId(typed).value();
        if (!ids.add(id)) {
            throw new InvalidValue("id.taken", "Must differ from the other ids and from direct.");
        }
        return id;
    }
}

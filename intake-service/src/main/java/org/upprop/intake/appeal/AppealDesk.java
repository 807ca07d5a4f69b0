package org.upprop.intake.appeal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.intake.input.Reading;

/** Where organisers hand in their appeals. */
@Component
public class AppealDesk {

    private final Appeals appeals;
    private final InstantSource clock;

    AppealDesk(Appeals appeals, InstantSource clock) {
        this.appeals = appeals;
        this.clock = clock;
    }

    /** Publishes what was typed, if {@code expected} holds for the latest appeal. */
    public Publication publish(AppealSlug slug, TypedAppeal typed, Predicate<Optional<Appeal>> expected) {
        return switch (AppealReader.read(typed)) {
            case Reading.Invalid<Draft>(var errors) -> new Publication.Refused(errors);
            case Reading.Valid<Draft>(var draft) ->
                appeals.publish(
                        slug,
                        latest -> expected.test(latest)
                                ? draft.following(latest, slug, clock.instant())
                                : new Decision.Leave(new Publication.Overtaken()));
        };
    }
}

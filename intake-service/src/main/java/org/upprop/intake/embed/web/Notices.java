package org.upprop.intake.embed.web;

import org.jspecify.annotations.Nullable;
import org.upprop.intake.appeal.AppealState;
import org.upprop.site.Words;

/** Why an appeal cannot be signed now. */
final class Notices {

    private Notices() {}

    /** Nothing where it can. */
    static @Nullable String of(AppealState state, Words words) {
        return switch (state) {
            case AppealState.NotYetOpen(var opensAt) -> words.say("not-yet", words.moment(opensAt));
            case AppealState.Closed(var closedAt) -> words.say("closed", words.day(closedAt));
            case AppealState.Paused paused -> words.say("paused");
            case AppealState.Open open -> null;
            case AppealState.Unread unread -> null;
        };
    }
}

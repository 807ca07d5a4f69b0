package org.upprop.monitor.token.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upprop.access.Grant;
import org.upprop.access.Role;
import org.upprop.appeal.AppealSlug;
import org.upprop.monitor.token.MadeToken;
import org.upprop.monitor.token.messaging.Tokens;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page of the tokens shows.
 *
 * @param stylesheet the address of what the monitor's pages look like
 * @param given the tokens that nobody has revoked
 * @param ended the ids of those among them that have ended
 * @param appeals those for which an organiser's token can be
 * @param proof what the forms carry
 * @param acts whether the reader may act, or only look
 * @param made the token that was just made, which no other page shows
 * @param wrong why nothing was done, in the reader's language
 */
public record TokensView(
        Frame frame,
        Words words,
        String stylesheet,
        List<Grant> given,
        List<String> ended,
        List<AppealSlug> appeals,
        String proof,
        boolean acts,
        @Nullable MadeToken made,
        @Nullable String wrong)
        implements MonitorPage {

    public static Role[] roles() {
        return Role.values();
    }

    public static long mostDays() {
        return Tokens.LONGEST.toDays();
    }

    /** The appeals for which a token is. */
    public String of(Grant grant) {
        return grant.appeals().isEmpty()
                ? words.say("all")
                : grant.appeals().stream().map(AppealSlug::value).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "TokensView[…]";
    }
}

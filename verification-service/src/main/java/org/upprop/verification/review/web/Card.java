package org.upprop.verification.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signature as a reviewer's page shows it.
 *
 * @param standing what the list shows now, where it is a change that waits
 * @param marks in words
 * @param burst whether it is one of many of one mail domain
 * @param seen what a decision about it carries along, so that it is about nothing else
 * @param like others that may be the same organisation
 */
public record Card(
        String id,
        String appeal,
        Shown shown,
        @Nullable Shown standing,
        boolean organisation,
        boolean evidence,
        List<String> marks,
        boolean burst,
        String age,
        String since,
        String seen,
        List<Like> like) {

    /**
     * What the list shows, or would.
     *
     * @param lines all but name and website
     */
    public record Shown(
            String name, List<String> lines, @Nullable String website) {}

    /** Another organisation that may be the same one, and why. */
    public record Like(String name, String where, String state, String why) {}
}

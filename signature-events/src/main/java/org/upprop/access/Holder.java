package org.upprop.access;

import java.util.List;
import java.util.regex.Pattern;
import org.upprop.appeal.AppealSlug;

/**
 * Whoever holds a token.
 *
 * @param name under which the records of what was done have them
 * @param appeals for which they may do it; none means for all
 */
public record Holder(String name, Role role, List<AppealSlug> appeals) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");

    public Holder {
        appeals = List.copyOf(appeals);
    }

    /** Somebody who may do it for all appeals. */
    public static Holder ofAll(String name, Role role) {
        return new Holder(name, role, List.of());
    }

    /** Whether somebody can be called so; the names of the roles are those of tokens in settings, which have no other. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && Role.of(name).isEmpty();
    }

    /** Whether they may do this, on some appeal at least. Who may only on some may nothing that is about all. */
    public boolean may(Role asked) {
        return role.covers(asked) && (appeals.isEmpty() || role.canBeForSomeAppeals());
    }

    public boolean mayOn(AppealSlug appeal) {
        return remit().covers(appeal);
    }

    public Remit remit() {
        return new Remit(appeals);
    }
}

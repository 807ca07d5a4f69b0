package org.upprop.monitor.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upprop.audit.AuditAction;
import org.upprop.audit.AuditEvent;

/**
 * Dead letters that somebody gives up; they stay where they are until their topic forgets them.
 *
 * @param because why, in the words of whoever gives them up
 * @param count how many they were then
 */
public record Discard(Scope scope, String because, int count) {

    /** So many characters at most say why. */
    public static final int LONGEST_REASON = 500;

    public AuditEvent event(Instant now, String actor) {
        Map<String, String> details = new TreeMap<>(scope.details());
        details.put("because", because);
        details.put("count", Integer.toString(count));
        return AuditEvent.now(now, actor, AuditAction.DISCARD, details);
    }

    /** What somebody typed as a reason, if it is one. */
    public static Optional<String> because(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_REASON);
    }

    /** The scope of what an event gives up. */
    static Optional<Scope> toldBy(AuditEvent event) {
        try {
            return Optional.of(Scope.of(event.details()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

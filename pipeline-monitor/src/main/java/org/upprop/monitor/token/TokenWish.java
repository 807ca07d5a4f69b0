package org.upprop.monitor.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who wants a token made, as they typed it.
 *
 * @param holder whom it is for
 * @param appeals the slugs of those for which it is; all, if absent
 * @param endsAt from when on it is none any more; never, if absent
 */
public record TokenWish(
        @Nullable String role,
        @Nullable String holder,
        @Nullable List<String> appeals,
        @Nullable Instant endsAt) {}

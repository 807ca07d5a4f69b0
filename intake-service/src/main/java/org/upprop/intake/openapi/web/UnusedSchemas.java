package org.upprop.intake.openapi.web;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Springdoc also describes arguments that are no part of a request; nothing refers to those. */
final class UnusedSchemas {

    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    private UnusedSchemas() {}

    static void dropFrom(OpenAPI api) {
        Set<String> used = new HashSet<>();
        Deque<String> unread = new ArrayDeque<>(namesIn(api.getPaths()).toList());
        while (!unread.isEmpty()) {
            String name = unread.pop();
            if (used.add(name)) {
                namesIn(api.getComponents().getSchemas().get(name)).forEach(unread::push);
            }
        }
        api.getComponents().getSchemas().keySet().retainAll(used);
    }

    private static Stream<String> namesIn(@Nullable Object part) {
        return REFERENCE.matcher(Json31.pretty(part)).results().map(found -> found.group(1));
    }
}

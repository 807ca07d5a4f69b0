package org.upprop.local.appeal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What publishing would change, for a person to read: one line for each text or setting, long ones cut. */
public final class Changes {

    private static final int SHOWN = 72;

    /** Whether the change is said to be of no substance speaks about the change; it is not a part of the appeal. */
    private static final String EDITORIAL = "editorial";

    private final List<String> lines;

    private Changes(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /** What the intake adds by itself, such as version and revision, is no change. */
    public static Changes between(ObjectNode present, ObjectNode wanted) {
        ObjectNode comparable = JsonNodeFactory.instance.objectNode();
        wanted.properties().stream()
                .filter(field -> present.has(field.getKey()))
                .forEach(field -> comparable.set(field.getKey(), present.get(field.getKey())));
        Map<String, String> before = leaves(comparable);
        Map<String, String> after = leaves(wanted);

        List<String> lines = new ArrayList<>();
        after.forEach((name, value) -> {
            String old = before.get(name);
            if (old == null) {
                lines.add("+ %s: %s".formatted(name, shortened(value)));
            } else if (!old.equals(value)) {
                lines.add("~ %s: %s".formatted(name, difference(old, value)));
            }
        });
        before.forEach((name, value) -> {
            if (!after.containsKey(name)) {
                lines.add("- %s: %s".formatted(name, shortened(value)));
            }
        });
        return new Changes(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    private static Map<String, String> leaves(JsonNode tree) {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect("", tree, leaves);
        leaves.remove(EDITORIAL);
        return leaves;
    }

    private static void collect(String name, @Nullable JsonNode node, Map<String, String> leaves) {
        if (node == null || node.isNull()) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> collect(below(name, field.getKey()), field.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(below(name, nameIn(node.get(i), i)), node.get(i), leaves);
            }
        } else {
            leaves.put(name, node.asString().strip());
        }
    }

    /** A demand or a source is known by its id, so that a new one in the middle does not look like many changes. */
    private static String nameIn(JsonNode element, int index) {
        return element.path("id").isString() ? element.path("id").stringValue() : Integer.toString(index + 1);
    }

    private static String below(String name, String part) {
        return name.isEmpty() ? part : name + " / " + part;
    }

    private static String difference(String old, String value) {
        if (old.length() <= SHOWN && value.length() <= SHOWN) {
            return "%s → %s".formatted(shortened(old), shortened(value));
        }
        int same = 0;
        while (same < old.length() && same < value.length() && old.charAt(same) == value.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - SHOWN / 3);
        return "…%s → …%s".formatted(shortened(old.substring(from)), shortened(value.substring(from)));
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}

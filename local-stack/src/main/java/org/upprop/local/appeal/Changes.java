package org.upprop.local.appeal;

import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What publishing would change, for a person to read: one line for each setting, and the changed words of each text. */
public final class Changes {

    private static final int SHOWN = 72;

    /** Whether the change is said to be of no substance speaks about the change; it is not a part of the appeal. */
    private static final String EDITORIAL = "editorial";

    private static final Set<String> ADDED_BY_THE_INTAKE =
            Set.of("slug", "revision", "version", "textHash", "changedAt");
    private static final Set<String> TEXTS = Set.of("translations", "consent", "originalLocale");
    private static final Set<String> TIMES = Set.of("opensAt", "closesAt");

    /** What the intake makes of a policy that the organiser has left open. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "policy / organisations", "review",
            "policy / comments", "off",
            "policy / openData", "false",
            "policy / atRisk", "false",
            "policy / listIndexed", "false");

    private final List<String> lines;

    private Changes(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /** What the intake adds by itself is no change, nor is another way to write the same. */
    public static Changes between(ObjectNode present, ObjectNode wanted) {
        Map<String, String> before = leaves(present.deepCopy().remove(ADDED_BY_THE_INTAKE));
        Map<String, String> after = leaves(wanted);

        List<String> lines = new ArrayList<>();
        after.forEach((name, value) -> {
            String old = before.get(name);
            if (old == null) {
                lines.add("+ %s: %s".formatted(name, shortened(value)));
            } else if (!old.equals(value)) {
                lines.add("~ %s:%s".formatted(name, difference(old, value)));
            }
        });
        before.forEach((name, value) -> {
            if (!after.containsKey(name)) {
                lines.add("- %s: %s".formatted(name, shortened(value)));
            }
        });
        return new Changes(lines);
    }

    /** Whether what people sign would read differently, so that the change is one of substance unless it is editorial. */
    public boolean touchTexts() {
        return lines.stream().anyMatch(line -> TEXTS.stream().anyMatch(line.substring(2)::startsWith));
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
        DEFAULTS.forEach(leaves::putIfAbsent);
        TIMES.forEach(name -> leaves.computeIfPresent(name, (_, time) -> inUtc(time)));
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
            leaves.put(name, plain(node.asString()));
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
    }

    /** What is no time is for the intake to refuse. */
    private static String inUtc(String time) {
        try {
            return Instant.parse(time).toString();
        } catch (DateTimeParseException e) {
            return time;
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
        return old.length() <= SHOWN && value.length() <= SHOWN
                ? " %s → %s".formatted(shortened(old), shortened(value))
                : TextDifference.between(old, value);
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}

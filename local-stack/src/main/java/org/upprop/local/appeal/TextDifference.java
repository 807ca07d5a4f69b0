package org.upprop.local.appeal;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Where two long texts differ, word by word: each place on a line of its own, with some words around it. */
final class TextDifference {

    private static final int WORDS_AROUND = 5;
    private static final int PLACES_SHOWN = 20;
    private static final int WORDS_SHOWN = 40;

    private final List<String> old;
    private final List<String> now;

    private TextDifference(String old, String now) {
        this.old = words(old);
        this.now = words(now);
    }

    static String between(String old, String now) {
        return new TextDifference(old, now).described();
    }

    private String described() {
        List<AbstractDelta<String>> places = DiffUtils.diff(old, now).getDeltas();
        if (places.isEmpty()) {
            return " only line breaks and spaces differ";
        }
        List<String> lines = new ArrayList<>();
        places.stream().limit(PLACES_SHOWN).map(this::inContext).forEach(lines::add);
        if (places.size() > PLACES_SHOWN) {
            lines.add("and in %d more places".formatted(places.size() - PLACES_SHOWN));
        }
        return "\n    " + String.join("\n    ", lines);
    }

    private String inContext(AbstractDelta<String> place) {
        int from = place.getSource().getPosition();
        int to = from + place.getSource().size();
        int first = Math.max(0, from - WORDS_AROUND);
        int last = Math.min(old.size(), to + WORDS_AROUND);
        List<String> line = new ArrayList<>();
        if (first > 0) {
            line.add("…");
        }
        line.addAll(old.subList(first, from));
        add(line, "[-", place.getSource().getLines(), "-]");
        add(line, "{+", place.getTarget().getLines(), "+}");
        line.addAll(old.subList(to, last));
        if (last < old.size()) {
            line.add("…");
        }
        return String.join(" ", line);
    }

    private static void add(List<String> line, String opening, List<String> words, String closing) {
        if (!words.isEmpty()) {
            List<String> shown = words.subList(0, Math.min(words.size(), WORDS_SHOWN));
            String rest = words.size() > WORDS_SHOWN ? " … (%d words)".formatted(words.size()) : "";
            line.add(opening + String.join(" ", shown) + rest + closing);
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}

package org.upprop.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The list on its way to what is expected: it has arrived once it has shown that, and nothing else, for a while. */
record Settling(Supplier<PublicList> list, Expectation expectation, Consumer<String> say) {

    private static final Duration STEADY = Duration.ofSeconds(2);

    /** Returns how the list differs in the end. */
    List<String> await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        long wrongAt = System.nanoTime();
        PublicList shown = list.get();
        news(shown);
        List<String> differences = expectation.differences(shown);
        while (System.nanoTime() < (differences.isEmpty() ? wrongAt + STEADY.toNanos() : end)) {
            Patience.pause(Patience.LOOK_EVERY);
            PublicList before = shown;
            shown = list.get();
            if (shown.names().size() != before.names().size()) {
                news(shown);
            }
            differences = expectation.differences(shown);
            wrongAt = differences.isEmpty() ? wrongAt : System.nanoTime();
        }
        say.accept("the list shows %d names and counts %d signatures, %d of them hidden"
                .formatted(shown.names().size(), shown.total(), shown.hidden()));
        return differences;
    }

    private void news(PublicList shown) {
        say.accept("the list shows %d of %d names".formatted(shown.names().size(), expectation.size()));
    }
}

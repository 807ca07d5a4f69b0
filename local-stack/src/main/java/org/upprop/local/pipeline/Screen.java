package org.upprop.local.pipeline;

import java.io.PrintStream;
import java.time.Duration;
import org.upprop.local.Problem;
import picocli.CommandLine.Help.Ansi;

/** A terminal on which one drawing takes the place of another. */
public final class Screen {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String ESCAPE = "\u001b[";
    private static final String CLEAR = ESCAPE + "2J";
    private static final String TO_THE_TOP = ESCAPE + "H";
    private static final String REST_OF_LINE = ESCAPE + "K";
    private static final String REST_OF_SCREEN = ESCAPE + "J";

    /** A line that is too long is cut, since the next drawing could not take the place of a broken one. */
    private static final String NO_CURSOR_NO_BREAKS = ESCAPE + "?25l" + ESCAPE + "?7l";

    private static final String CURSOR_AND_BREAKS = ESCAPE + "?7h" + ESCAPE + "?25h";

    private final PrintStream out;

    public Screen(PrintStream out) {
        this.out = out;
    }

    public static boolean isThere() {
        var terminal = System.console();
        return terminal != null && terminal.isTerminal();
    }

    /** Goes on until the process ends, also while the monitor is away. */
    public void follow(Monitor monitor, Pipeline first) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> put(CURSOR_AND_BREAKS), "screen"));
        put(NO_CURSOR_NO_BREAKS + CLEAR);
        Pipeline shown = first;
        String trouble = "";
        while (true) {
            show(Drawing.of(shown) + trouble);
            Thread.sleep(PAUSE);
            try {
                shown = monitor.read();
                trouble = "";
            } catch (Problem problem) {
                trouble = "\n%s All above is as it was at %s.\n"
                        .formatted(
                                problem.getMessage(),
                                Drawing.moment(shown.flow().asOf()));
            }
        }
    }

    private void show(String drawing) {
        put(TO_THE_TOP + Ansi.AUTO.string(drawing).replace("\n", REST_OF_LINE + "\n") + REST_OF_SCREEN);
    }

    private void put(String text) {
        out.print(text);
        out.flush();
    }
}

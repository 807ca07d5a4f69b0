package org.upprop.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the person in front of the terminal sees: one line at a time, each with the name of who says it. */
public final class Console {

    private static final String OWN_NAME = "upprop";
    private static final String[] COLOURS = {"36", "33", "35", "32", "34", "31"};

    private final PrintStream out;
    private final boolean coloured;
    private final Instant start = Instant.now();

    public Console(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** On the terminal, in colour where it shows colours. */
    public static Console ofThisProcess() {
        var terminal = System.console();
        boolean coloured = terminal != null && terminal.isTerminal() && System.getenv("NO_COLOR") == null;
        return new Console(System.out, coloured);
    }

    /** What the stack itself has to say, with the seconds since it began. */
    public void say(String text) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        line(OWN_NAME, "%6.1f s  %s".formatted(seconds, text));
    }

    /** Text that stands by itself, for reading and copying. */
    public void plain(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    void line(String name, String text) {
        String prefix = String.format(Locale.ROOT, "%-12s |", name);
        String shown = coloured ? "\u001b[%sm%s\u001b[0m".formatted(colourOf(name), prefix) : prefix;
        plain(shown + " " + text);
    }

    private static String colourOf(String name) {
        return COLOURS[Math.floorMod(name.hashCode(), COLOURS.length)];
    }
}

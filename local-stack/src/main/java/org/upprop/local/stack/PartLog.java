package org.upprop.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that a part says goes to its file; what someone should look at goes to the console too. */
final class PartLog implements Consumer<String>, AutoCloseable {

    private static final long LARGEST_BYTES = 20 * 1024 * 1024;

    /** The level stands near the start of a line in all the formats; a line without one belongs to the line before. */
    private static final Pattern LEVEL = Pattern.compile(
            "^(?:\\[?\\d[^a-z]{0,60}?)?\\b(TRACE|DEBUG|INFO|WARN|ERROR|FATAL|PANIC|LOG|WARNING|DETAIL|HINT|STATEMENT)\\b");

    /** Where in the code something happened is for the file. */
    private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ )");

    static final String EVERYTHING = ".*";

    private final String name;
    private final Console console;
    private final Pattern shownLevels;
    private final boolean framesShown;
    private final BufferedWriter file;
    private boolean shown;
    private volatile boolean muted;

    /** Shows the levels given, without the frames of a stack trace unless it shows everything. */
    PartLog(String name, Path path, Console console, String shownLevels) {
        this.name = name;
        this.console = console;
        this.shownLevels = Pattern.compile(shownLevels);
        this.framesShown = shownLevels.equals(EVERYTHING);
        try {
            Files.createDirectories(path.getParent());
            if (Files.exists(path) && Files.size(path) > LARGEST_BYTES) {
                Path older = path.resolveSibling(path.getFileName() + ".1");
                Files.move(path, older, StandardCopyOption.REPLACE_EXISTING);
            }
            this.file = Files.newBufferedWriter(path, UTF_8, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void accept(String line) {
        try {
            file.write(line);
            file.newLine();
            file.flush();
        } catch (IOException e) {
            // A full disk must not stop the part whose line this is; the console still has it.
        }
        Matcher level = LEVEL.matcher(line);
        if (level.find()) {
            shown = shownLevels.matcher(level.group(1)).matches();
        }
        boolean frame = STACK_FRAME.matcher(line).lookingAt();
        if (shown && !muted && (framesShown || !frame)) {
            console.line(name, line);
        }
    }

    /** What is said about the part, for the person at the console whatever the level. */
    void tell(String line) {
        console.line(name, line);
    }

    /** While everything stops, parts complain about each other's absence; that belongs in the file only. */
    void mute() {
        muted = true;
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

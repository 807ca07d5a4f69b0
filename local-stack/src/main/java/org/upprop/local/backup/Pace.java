package org.upprop.local.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Says every few seconds how much has passed, of what takes that long. */
final class Pace extends FilterOutputStream {

    private static final long EVERY = 3_000_000_000L;
    private static final double MEGABYTE = 1e6;

    private final String what;
    private final Consumer<String> progress;
    private long bytes;
    private long said = System.nanoTime();

    Pace(String what, OutputStream out, Consumer<String> progress) {
        super(out);
        this.what = what;
        this.progress = progress;
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        passed(1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
        passed(length);
    }

    private void passed(int length) {
        bytes += length;
        if (System.nanoTime() - said > EVERY) {
            said = System.nanoTime();
            progress.accept(String.format(Locale.ROOT, "%s: %,.0f MB so far", what, bytes / MEGABYTE));
        }
    }
}

package org.upprop.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.upprop.infrastructure.Folders;

/** A service's jar with its libraries beside it instead of inside it, from where it starts sooner. */
record UnpackedJar(Path path) {

    /** Unpacks into the folder, where that was not done yet for this very jar. */
    static UnpackedJar of(Path packaged, Path folder) {
        UnpackedJar unpacked = new UnpackedJar(folder.resolve(packaged.getFileName()));
        Path origin = folder.resolve("unpacked-from");
        try {
            // Every build gives the jar the same time of modification, so that builds are reproducible.
            String identity =
                    "%s %d %s".formatted(packaged, Files.size(packaged), Files.getAttribute(packaged, "unix:ctime"));
            if (!Files.exists(origin) || !Files.readString(origin).equals(identity)) {
                Folders.delete(folder);
                unpack(packaged, folder);
                Files.writeString(origin, identity);
            }
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + packaged, e);
        }
    }

    private static void unpack(Path packaged, Path folder) throws IOException {
        Process tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        packaged.toString(),
                        "extract",
                        "--destination",
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(tool.getInputStream().readAllBytes());
        try {
            if (tool.waitFor() != 0) {
                throw new IOException(output.strip());
            }
        } catch (InterruptedException e) {
            tool.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}

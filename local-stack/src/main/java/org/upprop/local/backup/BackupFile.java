package org.upprop.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.upprop.local.Problem;
import tools.jackson.core.JacksonException;

/** A backup that was written, and was found whole. */
public final class BackupFile implements AutoCloseable {

    private final Path place;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path place, ZipFile zip, Manifest manifest) {
        this.place = place;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws Problem if it is no backup, or not as it was written */
    public static BackupFile open(Path place, Consumer<String> progress) {
        try {
            BackupFile file = opened(place);
            for (Manifest.Table table : file.manifest.tables()) {
                file.check(table, progress);
            }
            return file;
        } catch (IOException | JacksonException broken) {
            throw Problem.beforehand("%s is no backup, or not a whole one (%s).".formatted(place, broken.getMessage()));
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(Manifest.Table table) throws IOException {
        return stream(zip, table.entry());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static BackupFile opened(Path place) throws IOException {
        ZipFile zip = new ZipFile(place.toFile());
        try (InputStream json = stream(zip, Manifest.NAME)) {
            Manifest manifest = Manifest.read(json.readAllBytes());
            if (!manifest.format().equals(Manifest.FORMAT)) {
                throw new IOException("its format is " + manifest.format());
            }
            return new BackupFile(place, zip, manifest);
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return zip.getInputStream(entry);
    }

    private void check(Manifest.Table table, Consumer<String> progress) throws IOException {
        var digest = new DigestOutputStream(OutputStream.nullOutputStream(), Writing.sha256());
        try (InputStream rows = rows(table)) {
            rows.transferTo(new Pace("checking " + table.name(), digest, progress));
        }
        if (!HexFormat.of().formatHex(digest.getMessageDigest().digest()).equals(table.sha256())) {
            throw Problem.beforehand("%s of %s is not as it was written.".formatted(table.entry(), place));
        }
    }
}

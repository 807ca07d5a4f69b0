package org.upprop.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.upprop.local.Problem;

/**
 * Writes all that a database holds at one moment into a file that its owner alone can read. It stands under its name only
 * once it is whole.
 */
public final class Writing {

    private final Connection database;
    private final Consumer<String> progress;

    public Writing(Connection database, Consumer<String> progress) {
        this.database = database;
        this.progress = progress;
    }

    /**
     * @param place the file to write, or a folder in which one is written that is named after the time
     * @return the file
     */
    public Path to(Path place) {
        try {
            Instant now = now();
            Path file = file(place, now);
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            try {
                write(unfinished, now);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return file;
        } catch (SQLException failed) {
            throw Problem.underway("The database could not be read: %s".formatted(failed.getMessage()));
        } catch (IOException failed) {
            throw Problem.underway("The backup could not be written: %s".formatted(failed));
        }
    }

    private static Path file(Path place, Instant now) throws IOException {
        Path file = Files.isDirectory(place)
                ? place.resolve("upprop-%s.zip"
                        .formatted(
                                now.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "")))
                : place.toAbsolutePath();
        if (Files.exists(file)) {
            throw Problem.beforehand("%s is there already.".formatted(file));
        }
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        return file;
    }

    /** Before the moment of which all rows are. */
    private Instant now() throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void write(Path file, Instant now) throws IOException, SQLException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setReadOnly(true);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            List<Manifest.Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : Tables.in(database).entrySet()) {
                tables.add(write(table.getKey(), table.getValue(), zip));
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(new Manifest(Manifest.FORMAT, now, Tables.schema(database), tables).json());
        }
        database.rollback();
        try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private Manifest.Table write(String name, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name + ".copy"));
        var digest = new DigestOutputStream(zip, sha256());
        OutputStream out = new Pace(name, digest, progress);
        String copy = "copy public.%s %s to stdout".formatted(name, Tables.list(columns));
        long rows = database.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        zip.closeEntry();
        progress.accept(String.format(Locale.ROOT, "%s: %,d rows", name, rows));
        return new Manifest.Table(
                name,
                columns,
                rows,
                HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new UncheckedIOException(new IOException(missing));
        }
    }
}

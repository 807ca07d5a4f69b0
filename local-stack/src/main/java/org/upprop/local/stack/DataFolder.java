package org.upprop.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.upprop.local.Problem;

/** What outlives a stack: its data, mails, logs and secrets. It belongs to one running stack at a time. */
public final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder for this process; the system gives it back however the process ends. */
    public static DataFolder take(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(place);
            Path holder = place.resolve("pid");
            FileChannel channel = FileChannel.open(place.resolve("lock"), CREATE, READ, WRITE);
            if (locked(channel) == null) {
                channel.close();
                String who = Files.exists(holder) ? Files.readString(holder).strip() : "unknown";
                throw Problem.beforehand(
                        "Upprop already runs on %s (process %s); stop it or choose another with --data."
                                .formatted(place, who));
            }
            Files.writeString(holder, ProcessHandle.current().pid() + "\n");
            return new DataFolder(place, channel);
        } catch (IOException e) {
            throw Problem.beforehand(
                    "The data folder %s cannot be used (%s); choose another with --data.".formatted(place, e));
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path kafka() {
        return ownersOnly("kafka");
    }

    /** The server closes it itself, to whichever account it runs as. */
    Path postgres() {
        return folder.resolve("postgres");
    }

    Path mails() {
        return ownersOnly("mails");
    }

    Path services() {
        return folder.resolve("services");
    }

    public Path logs() {
        return ownersOnly("logs");
    }

    /** What the organiser and the reviewer prove to be themselves with. */
    public String token() {
        return secret(tokenFile(), Base64.getUrlEncoder().withoutPadding());
    }

    public Path tokenFile() {
        return folder.resolve("token");
    }

    String fingerprintSecret() {
        return secret(ownersOnly("secrets").resolve("fingerprint"), Base64.getEncoder());
    }

    String databasePassword() {
        return secret(ownersOnly("secrets").resolve("database"), Base64.getEncoder());
    }

    /** Holds what people entrusted to this stack, which is no business of the machine's other users. */
    private Path ownersOnly(String name) {
        try {
            return Files.createDirectories(
                    folder.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made once, readable by its owner only, and never changed afterwards. */
    private static String secret(Path file, Base64.Encoder form) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                Path unfinished = file.resolveSibling(file.getFileName() + ".part");
                Files.deleteIfExists(unfinished);
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(unfinished, form.encodeToString(random) + "\n");
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file, UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

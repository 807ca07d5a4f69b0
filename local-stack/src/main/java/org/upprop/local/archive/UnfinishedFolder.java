package org.upprop.local.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.upprop.infrastructure.Folders;
import org.upprop.local.Problem;

/**
 * A folder that is written under a name of its own, beside where it is to be, and put there once it is whole, so that
 * nobody takes half of it for all. What is not finished is deleted.
 */
final class UnfinishedFolder implements AutoCloseable {

    private final Path target;
    private final Path folder;

    private UnfinishedFolder(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** @throws Problem if something is at the target already */
    static UnfinishedFolder beside(Path wanted) {
        Path target = wanted.toAbsolutePath().normalize();
        if (Files.exists(target) && !isEmpty(target)) {
            throw Problem.beforehand("%s is not empty; choose another folder with --to.".formatted(wanted));
        }
        return new UnfinishedFolder(
                target, target.resolveSibling("%s.unfinished-%s".formatted(target.getFileName(), UUID.randomUUID())));
    }

    /** The folder as it is written, empty. */
    Path anew() throws IOException {
        close();
        return Files.createDirectories(folder);
    }

    void finish() throws IOException {
        Files.deleteIfExists(target);
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException none) {
            return false;
        }
    }
}

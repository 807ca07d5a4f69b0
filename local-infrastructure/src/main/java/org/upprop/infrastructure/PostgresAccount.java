package org.upprop.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs, since it refuses to run as root.
 *
 * @param prefix what a command line begins with
 * @param owner the user id that must own the folder, or -1 where whoever makes it does
 */
record PostgresAccount(List<String> prefix, int owner) {

    static final int NOBODY = 65534;

    private static final int WHOEVER = -1;

    static PostgresAccount forFolder(Path folder) {
        if (!System.getProperty("user.name").equals("root")) {
            return new PostgresAccount(List.of(), WHOEVER);
        }
        var owner = ownerOf(folder);
        if (owner > 0) {
            return of(owner);
        }
        // In a user namespace of its own root is nobody special, and the files remain root's.
        if (Programs.succeeds(List.of("unshare", "--user", "true"))) {
            return new PostgresAccount(List.of("unshare", "--user"), WHOEVER);
        }
        return of(NOBODY);
    }

    static PostgresAccount of(int user) {
        return new PostgresAccount(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"), user);
    }

    /** Where the programs must lie for this account to reach them: root's own cache is closed to others. */
    Path cacheFor(Path folder) {
        return owner == WHOEVER ? PostgresBinaries.defaultCache() : folder.resolve("programs");
    }

    /** Why PostgreSQL cannot run on the folder as this account. */
    Optional<String> obstacleTo(Path folder) {
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        if (!Programs.exists(prefix.getFirst())) {
            return Optional.of("PostgreSQL refuses to run as root");
        }
        return Stream.iterate(folder.getParent(), Objects::nonNull, Path::getParent)
                .filter(parent -> Files.exists(parent) && !mayPassThrough(parent))
                .reduce((inner, outer) -> outer)
                .map("PostgreSQL refuses to run as root, and its user may not pass through %s"::formatted);
    }

    private boolean mayPassThrough(Path folder) {
        return Programs.succeeds(command(List.of("test", "-x", folder.toString())));
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    void takeOver(Path folder) {
        if (owner == WHOEVER) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (var path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", owner);
                Files.setAttribute(path, "unix:gid", owner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ownerOf(Path folder) {
        try {
            return Files.exists(folder) ? (Integer) Files.getAttribute(folder, "unix:uid") : WHOEVER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

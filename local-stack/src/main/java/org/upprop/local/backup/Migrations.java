package org.upprop.local.backup;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.upprop.infrastructure.Folders;
import org.upprop.local.Problem;

/** Makes the tables of the verification service as they were in a version, from what its jar brings along. */
final class Migrations {

    private static final String IN_JAR = "BOOT-INF/classes/db/migration";

    private final Path jar;

    Migrations(Path jar) {
        this.jar = jar;
    }

    /** @throws Problem if the tables are of a version that came later than the jar */
    void checkReach(String schema) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw Problem.beforehand("%s is missing; build it with: mvn package -DskipTests".formatted(jar));
        }
        try (FileSystem content = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.list(content.getPath(IN_JAR))) {
            String prefix = "V%s__".formatted(schema.replace('.', '_'));
            if (files.noneMatch(file -> file.getFileName().toString().startsWith(prefix))) {
                throw Problem.beforehand(
                        "The backup is of a later version (its tables are %s); restore it with that one."
                                .formatted(schema));
            }
        }
    }

    /** In a database without tables. */
    void apply(String url, String user, String password, String schema) throws IOException {
        Path folder = Files.createTempDirectory("upprop-migrations-");
        try (FileSystem content = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.list(content.getPath(IN_JAR))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
            Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("filesystem:" + folder)
                    .target(schema)
                    .load()
                    .migrate();
        } finally {
            Folders.delete(folder);
        }
    }

    /** Statements that leave a database without any table. */
    static List<String> clearing() {
        return List.of("drop schema if exists public cascade", "create schema public");
    }
}

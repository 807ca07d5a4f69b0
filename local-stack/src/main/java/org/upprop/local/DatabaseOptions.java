package org.upprop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.local.backup.DatabaseAddress;
import picocli.CommandLine.Option;

/** Which database of the verification service a command is about. */
final class DatabaseOptions {

    private static final String NAME = "verification";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the stack: ${DEFAULT-VALUE}, in the folder you are in.")
    private Path data = Path.of("data");

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "Its PostgreSQL server: ${DEFAULT-VALUE}.")
    private int port = 5432;

    @Option(
            names = "--url",
            description = "Any other database of the verification service, as jdbc:postgresql://HOST:PORT/NAME.")
    private @Nullable String url;

    @Option(names = "--user", description = "Whose that is: ${DEFAULT-VALUE}.")
    private String user = NAME;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file that holds the password for it.")
    private @Nullable Path passwordFile;

    /** The one that was named, if one was. */
    Optional<DatabaseAddress> named() {
        return Optional.ofNullable(url).map(named -> new DatabaseAddress(named, user, password()));
    }

    /** The one of the stack while that runs. */
    DatabaseAddress ofRunningStack() {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME), NAME, password());
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    private String password() {
        Path file = passwordFile == null ? data.resolve("secrets").resolve("database") : passwordFile;
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw Problem.beforehand(
                    "There is no password in %s; name the data folder with --data, or use --password-file."
                            .formatted(file));
        }
    }
}

package org.upprop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command comes by the token of whoever runs the stack. */
final class Token {

    private static final Path FILE = Path.of("token");

    @Option(names = "--token", description = "The token; otherwise it is read from the data folder.")
    private @Nullable String token;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the running stack, which holds the token: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    String value() {
        if (token != null) {
            return token;
        }
        try {
            return Files.readString(data.resolve(FILE)).strip();
        } catch (IOException e) {
            throw Problem.beforehand("There is no token in %s; name the data folder with --data, or use --token."
                    .formatted(data.resolve(FILE)));
        }
    }
}

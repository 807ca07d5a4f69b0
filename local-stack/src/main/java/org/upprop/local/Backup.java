package org.upprop.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.upprop.local.backup.Writing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Writes what the topics cannot tell again into a file: the database of the verification service, as it is at one"
                    + " moment, while everything runs.",
            "The file holds names and addresses. It does not hold the secret of the fingerprints, which is needed with it."
        })
final class Backup implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write, or a folder in which one is written that is named after the time.")
    private Path place = Path.of("");

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws SQLException {
        try (Connection database =
                options.named().orElseGet(options::ofRunningStack).connect()) {
            System.out.printf("Written: %s%n", new Writing(database, System.out::println).to(place));
        }
        return 0;
    }
}

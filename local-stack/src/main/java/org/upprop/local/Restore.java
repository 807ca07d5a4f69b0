package org.upprop.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.upprop.local.backup.BackupFile;
import org.upprop.local.backup.DatabaseAddress;
import org.upprop.local.backup.Loading;
import org.upprop.local.stack.StoppedDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Puts a backup into an empty database of the verification service, while that is stopped.",
            "When it is started it first takes from the topics what happened since the backup, and only then begins."
        })
final class Restore implements Callable<Integer> {

    private static final Path SERVICE = Path.of("verification-service", "target", "verification-service.jar");

    @Parameters(paramLabel = "FILE", description = "What backup has written.")
    private Path file = Path.of("");

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--replace", description = "Delete what the database holds.")
    private boolean replace;

    @Option(
            names = "--broker-lost",
            description = {
                "The topics were lost as well. The list is told everything anew; names that were taken back since the"
                        + " backup COME BACK, since nothing knows of that."
            })
    private boolean brokerLost;

    @Override
    public Integer call() throws IOException {
        try (BackupFile backup = BackupFile.open(file, System.out::println)) {
            Optional<DatabaseAddress> named = options.named();
            if (named.isPresent()) {
                load(backup, named.get());
            } else {
                try (StoppedDatabase database = StoppedDatabase.of(options.data(), options.port())) {
                    load(backup, database.address());
                }
            }
        }
        System.out.println("Restored. Start the verification service: it reads first what happened since the backup.");
        return 0;
    }

    private void load(BackupFile backup, DatabaseAddress address) {
        new Loading(address, StackOptions.home().resolve(SERVICE), System.out::println)
                .load(backup, replace, brokerLost);
    }
}

package org.upprop.local;

import java.io.IOException;
import java.nio.file.Path;
import org.upprop.local.stack.Console;
import org.upprop.local.stack.DataFolder;
import org.upprop.local.stack.LocalStack;
import org.upprop.local.stack.Ports;
import picocli.CommandLine.Option;

/** What every command that starts the stack can be told. */
final class StackOptions {

    /** The project's folder, which the script names. */
    private static final Path HOME = Path.of(System.getProperty("upprop.home", "."));

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything in this folder: ${DEFAULT-VALUE}, in the folder you are in.")
    private Path data = Path.of("data");

    @Option(names = "--intake-port", paramLabel = "PORT", description = "The intake service: ${DEFAULT-VALUE}.")
    private int intake = 8081;

    @Option(
            names = "--verification-port",
            paramLabel = "PORT",
            description = "The verification service: ${DEFAULT-VALUE}.")
    private int verification = 8082;

    @Option(
            names = "--publication-port",
            paramLabel = "PORT",
            description = "The publication service: ${DEFAULT-VALUE}.")
    private int publication = 8083;

    @Option(names = "--monitor-port", paramLabel = "PORT", description = "The pipeline monitor: ${DEFAULT-VALUE}.")
    private int monitor = 8084;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "The Kafka broker: ${DEFAULT-VALUE}.")
    private int kafka = 9092;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "The PostgreSQL server: ${DEFAULT-VALUE}.")
    private int postgres = 5432;

    @Option(names = "--smtp-port", paramLabel = "PORT", description = "Mail for the mailbox: ${DEFAULT-VALUE}.")
    private int smtp = 1025;

    @Option(names = "--mailbox-port", paramLabel = "PORT", description = "The mailbox's page: ${DEFAULT-VALUE}.")
    private int mailbox = 8025;

    @Option(
            names = "--republisher-port",
            paramLabel = "PORT",
            description = "The page of a site that republishes the sample: ${DEFAULT-VALUE}.")
    private int republisher = 8090;

    @Option(names = "--verbose", description = "Show everything that the parts log, not only warnings and errors.")
    private boolean verbose;

    /** Starts the stack, does something with it, and stops it; a signal stops it too. */
    int withStack(Use use) throws IOException, InterruptedException {
        Console console = Console.ofThisProcess();
        Ports ports =
                new Ports(intake, verification, publication, monitor, kafka, postgres, smtp, mailbox, republisher);
        try (DataFolder folder = DataFolder.take(data);
                LocalStack stack = new LocalStack(HOME, folder, ports, console, verbose)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            return use.of(stack, folder, console);
        }
    }

    static Path home() {
        return HOME;
    }

    /** What a command does with a stack that is ready; returns its exit code. */
    interface Use {
        int of(LocalStack stack, DataFolder folder, Console console) throws InterruptedException;
    }
}

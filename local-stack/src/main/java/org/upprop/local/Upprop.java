package org.upprop.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The commands of the script {@code upprop}. */
@Command(
        name = "upprop",
        description = "Upprop on this machine: everything from one command, without Docker.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Upprop 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        subcommands = {
            Demo.class,
            Up.class,
            Publish.class,
            Rebuild.class,
            Archive.class,
            Load.class,
            Topics.class,
            Redrive.class,
            Tokens.class,
            Doctor.class,
            Backup.class,
            Restore.class
        })
final class Upprop {

    private Upprop() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        String[] command = arguments.length == 0 ? new String[] {"--help"} : arguments;
        return commands().execute(command);
    }

    static CommandLine commands() {
        return new CommandLine(new Upprop()).setExecutionExceptionHandler((thrown, line, _) -> {
            if (thrown instanceof Problem problem) {
                line.getErr().println(problem.getMessage());
                return problem.exitCode();
            }
            throw thrown;
        });
    }
}

package org.upprop.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        description = {
            "Starts Kafka, PostgreSQL, a mailbox and all services on this machine, and keeps them running until Ctrl-C.",
            "Data stays in a folder and is there again at the next start."
        })
final class Up implements Callable<Integer> {

    @Mixin
    private StackOptions options = new StackOptions();

    @Override
    public Integer call() throws Exception {
        return options.withStack((stack, folder, console) -> {
            console.say("everything is ready");
            console.plain(Addresses.of(stack.ports(), folder));
            console.say("Ctrl-C stops everything");
            stack.awaitClosed();
            return 0;
        });
    }
}

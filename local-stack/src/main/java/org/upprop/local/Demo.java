package org.upprop.local;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.upprop.local.demo.Demonstration;
import org.upprop.local.republisher.RepublisherSite;
import org.upprop.local.stack.Console;
import org.upprop.local.stack.DataFolder;
import org.upprop.local.stack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Starts everything as up does, publishes the sample appeal, and takes signatures from several countries: each"
                    + " gets a mail, confirms, and appears on the public list. Keeps running until Ctrl-C.",
        })
final class Demo implements Callable<Integer> {

    private static final Path SAMPLE = Path.of("appeals", RepublisherSite.SAMPLE);

    @Mixin
    private StackOptions options = new StackOptions();

    @Option(
            names = "--once",
            description = "Stop everything afterwards. The exit code is 0 only if the list shows what was confirmed.")
    private boolean once;

    @Override
    public Integer call() throws Exception {
        return options.withStack(this::demonstrate);
    }

    private int demonstrate(LocalStack stack, DataFolder folder, Console console) throws InterruptedException {
        console.say("everything is ready");
        Demonstration demonstration =
                new Demonstration(StackOptions.home().resolve(SAMPLE), stack.ports(), folder.token(), console::say);
        List<String> differences = demonstration.run();
        differences.forEach(console::say);
        console.plain(Addresses.of(stack.ports(), folder));
        if (!once) {
            console.say("Ctrl-C stops everything");
            stack.awaitClosed();
        }
        return differences.isEmpty() ? 0 : 1;
    }
}

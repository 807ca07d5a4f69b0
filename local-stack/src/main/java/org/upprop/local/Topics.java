package org.upprop.local;

import java.util.concurrent.Callable;
import org.upprop.local.pipeline.Drawing;
import org.upprop.local.pipeline.Monitor;
import org.upprop.local.pipeline.Pipeline;
import org.upprop.local.pipeline.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

@Command(
        name = "topics",
        description = {
            "Shows what flows through the topics, how far each stage is behind, and what is wrong.",
            "On a terminal it is drawn anew each second until Ctrl-C."
        })
final class Topics implements Callable<Integer> {

    @Option(names = "--monitor", paramLabel = "URL", description = "The pipeline monitor: ${DEFAULT-VALUE}.")
    private String url = "http://localhost:8084";

    @Option(
            names = "--once",
            description =
                    "Show it once, as where there is no terminal. The exit code is 0 if the verdict is ok or slow, and 1 if"
                            + " it is stalled or stopped or the broker is away.")
    private boolean once;

    @Option(names = "--json", description = "Print it once as the monitor's JSON, with the same exit codes.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Monitor monitor = new Monitor(url);
        Pipeline pipeline = monitor.read();
        if (json || once || !Screen.isThere()) {
            System.out.print(json ? pipeline.json() + "\n" : Ansi.AUTO.string(Drawing.of(pipeline)));
            return pipeline.flows() ? 0 : 1;
        }
        new Screen(System.out).follow(monitor, pipeline);
        return 0;
    }
}

package org.upprop.local;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upprop.local.load.Peak;
import org.upprop.local.load.Places;
import org.upprop.local.load.Plan;
import org.upprop.local.load.Report;
import org.upprop.local.republisher.RepublisherSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "load",
        description = {
            "A campaign peak for a stack that runs: signatories who do not exist come at a steady rate, sign, read their mails"
                    + " and confirm, and what became of each is counted. Their names stay on the list.",
            "While it runs, the limits of the appeal are wide; that and the ledger take the operator's token.",
            "The exit code is 0 only if everybody who came is on the list, once."
        })
final class Load implements Callable<Integer> {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MOST = 1_000_000;

    @Option(names = "--rate", required = true, paramLabel = "N", description = "So many come in a second, 1 to 1000.")
    private int rate;

    @Option(
            names = "--duration",
            required = true,
            paramLabel = "S",
            description = "For so many seconds; a million signatories at most.")
    private int duration;

    @Option(names = "--appeal", paramLabel = "SLUG", description = "What they sign: ${DEFAULT-VALUE}.")
    private String slug = RepublisherSite.SAMPLE;

    @Option(names = "--url", description = "Intake and publication, where one address leads to both.")
    private @Nullable String url;

    @Option(names = "--intake", paramLabel = "URL", description = "The intake service: ${DEFAULT-VALUE}.")
    private String intake = "http://localhost:8081";

    @Option(names = "--publication", paramLabel = "URL", description = "The publication service: ${DEFAULT-VALUE}.")
    private String publication = "http://localhost:8083";

    @Option(names = "--monitor", paramLabel = "URL", description = "The pipeline monitor: ${DEFAULT-VALUE}.")
    private String monitor = "http://localhost:8084";

    @Option(
            names = "--mails",
            paramLabel = "URL",
            description = "What an address is put behind to get the mails to it: ${DEFAULT-VALUE}.")
    private String mails = "http://localhost:8025/api/v1/mails?to=";

    @Option(
            names = "--patience",
            paramLabel = "S",
            description = "Give up what is left once nothing has come on for so many seconds: ${DEFAULT-VALUE}.")
    private int patience = 120;

    @Option(names = "--yes", description = "Put such names on the list of a server that is not this machine.")
    private boolean yes;

    @Option(names = "--json", description = "Print what became of them as JSON, and nothing else.")
    private boolean json;

    @Mixin
    private Token token = new Token();

    @Override
    public Integer call() throws InterruptedException {
        Places places = new Places(url == null ? intake : url, url == null ? publication : url, monitor, mails);
        check(places);
        Plan plan = new Plan(slug, rate, Duration.ofSeconds(duration), Duration.ofSeconds(patience));
        Report report = new Peak(places, plan, token.value(), json ? _ -> {} : System.out::println).run();
        System.out.print(json ? report.json() + "\n" : report.text());
        return report.isExact() ? 0 : 1;
    }

    private void check(Places places) {
        if (rate < 1 || rate > 1_000) {
            throw Problem.beforehand("--rate is 1 to 1000.");
        }
        if (duration < 1 || (long) rate * duration > MOST) {
            throw Problem.beforehand(
                    "--duration is at least 1, and all come to %,d signatories at most.".formatted(MOST));
        }
        if (patience < 1) {
            throw Problem.beforehand("--patience is at least 1.");
        }
        if (!yes && !THIS_MACHINE.contains(places.host())) {
            throw Problem.beforehand(
                    "Names of people who do not exist would stay on the list of %s at %s. Say --yes if you want that."
                            .formatted(slug, places.host()));
        }
    }
}

package org.upprop.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upprop.local.archive.AppealArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "archive",
        description = {
            "Writes an appeal and its list as files that can be put on any web server, and need none of the services.",
            "They are the pages that everybody sees, at one moment, and say where names are taken back since."
        })
final class Archive implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG", description = "The appeal, as its address names it.")
    private String slug = "";

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "The folder to write, which is empty or not there; otherwise archive/SLUG.")
    private @Nullable Path folder;

    @Option(names = "--url", description = "One instance of the publication service: ${DEFAULT-VALUE}.")
    private URI url = URI.create("http://localhost:8083");

    @Option(names = "--open", description = "Archive it though it still takes signatures.")
    private boolean open;

    @Override
    public Integer call() {
        Path to = folder == null ? Path.of("archive", slug) : folder;
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Problem.beforehand("%s is no name of an appeal.".formatted(slug));
        }
        AppealArchive archive = AppealArchive.of(slug, url, InstantSource.system());
        if (!open && !archive.isClosed()) {
            throw Problem.beforehand(
                    "%s still takes signatures. Archive it once it is closed, or as it is now with --open."
                            .formatted(slug));
        }
        archive.write(to, System.out::println);
        System.out.printf("Archived: %s%n", to.resolve("index.html"));
        return 0;
    }
}

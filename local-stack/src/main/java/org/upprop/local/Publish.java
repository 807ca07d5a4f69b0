package org.upprop.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.upprop.local.appeal.AppealFolder;
import org.upprop.local.appeal.Changes;
import org.upprop.local.appeal.Intake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "publish",
        description = "Publishes an appeal from a folder, or what has changed in it, after showing what that is.")
final class Publish implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "The appeal's folder: appeal.yaml and text.<language>.md. Its name is the appeal's slug.")
    private Path folder = Path.of(".");

    @Option(names = "--url", description = "The intake service: ${DEFAULT-VALUE}.")
    private String url = "http://localhost:8081";

    @Mixin
    private Token token = new Token();

    @Option(
            names = "--editorial",
            description = "The changed texts still mean the same: the version stays, and with it what was signed.")
    private boolean editorial;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        AppealFolder appeal = editorial ? AppealFolder.read(folder).asEditorial() : AppealFolder.read(folder);
        Intake intake = new Intake(url);
        Optional<Intake.Present> present = intake.present(appeal.slug());
        if (present.isPresent()) {
            Changes changes = Changes.between(present.get().body(), appeal.body());
            if (changes.isEmpty()) {
                System.out.printf("%s is published already, just as it is in the folder.%n", appeal.slug());
                return 0;
            }
            System.out.printf("%s changes:%n%s%n", appeal.slug(), changes);
            if (changes.touchTexts()) {
                System.out.println(consequence(present.get().version(), appeal.isEditorial()));
            }
        } else {
            System.out.printf("%s is new, in %s.%n", appeal.slug(), String.join(", ", appeal.locales()));
        }
        if (!yes && !agreed()) {
            System.out.println("Nothing was published.");
            return 1;
        }
        intake.publish(appeal, present, token.value());
        System.out.printf("Published: %s/api/v1/appeals/%s%n", url, appeal.slug());
        return 0;
    }

    private static String consequence(int version, boolean editorial) {
        return editorial
                ? "The change is editorial: the version stays %d.".formatted(version)
                : "The texts become version %d. Whoever signed before signed version %d or an older one."
                        .formatted(version + 1, version);
    }

    private static boolean agreed() {
        System.out.print("Publish? [y/N] ");
        System.out.flush();
        Scanner answers = new Scanner(System.in);
        return answers.hasNextLine() && answers.nextLine().strip().matches("(?i)y|yes");
    }
}

package org.upprop.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.yaml.snakeyaml.Yaml;

/** The sample appeal of this repository, as its files have it. */
public final class SampleAppeal {

    private static final Path FOLDER = Path.of("..", "appeals", "kazakhstan-2022");

    private SampleAppeal() {}

    @SuppressWarnings("unchecked")
    public static Appeal read() {
        Map<String, Object> settings = new Yaml().load(text(FOLDER.resolve("appeal.yaml")));
        var publisher = (Map<String, String>) settings.get("publisher");
        var controller = (Map<String, String>) settings.get("controller");
        var consent = (Map<String, Object>) settings.get("consent");
        var sources = (List<Map<String, Object>>) settings.get("sources");
        return new Appeal(
                new AppealSlug("kazakhstan-2022"),
                1,
                1,
                "0".repeat(64),
                (String) settings.get("originalLocale"),
                new Appeal.Publisher(publisher.get("name"), publisher.get("url")),
                new Appeal.Controller(controller.get("name"), controller.get("postalAddress"), controller.get("email")),
                Ports.NOW.minusSeconds(3600),
                null,
                (Integer) settings.get("goal"),
                translations(),
                new Appeal.Consent((String) consent.get("version"), (Map<String, String>) consent.get("text")),
                sources.stream()
                        .map(source -> new Appeal.Source(
                                (String) source.get("id"),
                                (String) source.get("name"),
                                (String) source.get("url"),
                                (List<String>) source.get("origins"),
                                (String) source.get("intro")))
                        .toList(),
                Policy.DEFAULT,
                List.of(),
                Ports.NOW.minusSeconds(60));
    }

    private static Map<String, Appeal.Translation> translations() {
        Map<String, Appeal.Translation> translations = new HashMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> file.getFileName().toString().startsWith("text."))
                    .forEach(file ->
                            translations.put(file.getFileName().toString().split("\\.")[1], translation(text(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return translations;
    }

    @SuppressWarnings("unchecked")
    private static Appeal.Translation translation(String file) {
        String[] parts = file.split("(?m)^---$", 3);
        Map<String, Object> head = new Yaml().load(parts[1]);
        var demands = (List<Map<String, String>>) head.get("demands");
        return new Appeal.Translation(
                (String) head.get("title"),
                (String) head.get("summary"),
                parts[2],
                demands.stream()
                        .map(demand -> new Appeal.Demand(demand.get("id"), demand.get("text")))
                        .toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

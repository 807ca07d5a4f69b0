package org.upprop.local.appeal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.upprop.local.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An appeal in a folder that bears its slug: {@code appeal.yaml} holds what is the same in every language, and
 * {@code text.sv.md} a language's title, summary and demands as front matter, then its body in Markdown.
 *
 * @param body what {@code PUT /api/v1/appeals/{slug}} takes
 */
public record AppealFolder(String slug, ObjectNode body) {

    private static final String SETTINGS = "appeal.yaml";
    private static final String EDITORIAL = "editorial";
    private static final Pattern TEXT = Pattern.compile("text\\.([A-Za-z0-9-]+)\\.md");
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(.*?)\\R---\\R(.*)\\z", Pattern.DOTALL);
    private static final List<String> IN_FRONT = List.of("title", "summary", "demands");
    private static final YAMLMapper YAML = new YAMLMapper();

    public static AppealFolder read(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        Path settings = place.resolve(SETTINGS);
        if (!Files.isRegularFile(settings)) {
            throw Problem.beforehand("%s is no appeal: it has no %s".formatted(folder, SETTINGS));
        }
        try {
            ObjectNode body = object(settings, Files.readString(settings));
            ObjectNode translations = body.putObject("translations");
            for (Path text : textsIn(place)) {
                Matcher name = TEXT.matcher(text.getFileName().toString());
                if (name.matches()) {
                    translations.set(name.group(1), translation(text));
                }
            }
            if (translations.isEmpty()) {
                throw Problem.beforehand("%s has no text: write a text.<language>.md".formatted(folder));
            }
            return new AppealFolder(place.getFileName().toString(), body);
        } catch (IOException e) {
            throw Problem.beforehand("%s cannot be read: %s".formatted(folder, e));
        }
    }

    /** The same, said to mean what it meant before. */
    public AppealFolder asEditorial() {
        return new AppealFolder(slug, body.deepCopy().put(EDITORIAL, true));
    }

    public boolean isEditorial() {
        return body.path(EDITORIAL).asBoolean(false);
    }

    /** The same appeal, whose form one of its sources may also embed at another origin. */
    public AppealFolder embeddableAt(String source, String origin) {
        ObjectNode changed = body.deepCopy();
        changed.path("sources")
                .valueStream()
                .filter(each -> each.path("id").asString("").equals(source))
                .forEach(each -> ((ObjectNode) each).withArray("origins").add(origin));
        return new AppealFolder(slug, changed);
    }

    public Collection<String> locales() {
        return body.path("translations").propertyNames();
    }

    private static List<Path> textsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static ObjectNode translation(Path file) throws IOException {
        Matcher parts = FRONT_MATTER.matcher(Files.readString(file));
        if (!parts.matches()) {
            throw Problem.beforehand("%s must begin with front matter between two lines of ---".formatted(file));
        }
        ObjectNode front = object(file, parts.group(1));
        for (String field : front.propertyNames()) {
            if (!IN_FRONT.contains(field)) {
                throw Problem.beforehand(
                        "%s: the front matter holds title, summary and demands, not %s".formatted(file, field));
            }
        }
        return front.put("body", parts.group(2).strip());
    }

    private static ObjectNode object(Path file, String yaml) {
        try {
            JsonNode read = YAML.readTree(yaml);
            if (read instanceof ObjectNode object) {
                return object;
            }
            throw Problem.beforehand("%s must hold fields and their values".formatted(file));
        } catch (JacksonException e) {
            throw Problem.beforehand("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}

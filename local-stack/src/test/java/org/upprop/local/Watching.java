package org.upprop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the files beside the compose file ask of the metrics. */
record Watching(JsonNode content) {

    private static final Path HOME = Path.of(System.getProperty("upprop.home", ".."));

    /** What only looks like a name: ranges, and the labels of a grouping. */
    private static final Pattern NO_NAMES = Pattern.compile(
            "\\[[^]]*]|\\boffset \\w+|\\b(by|without|on|ignoring) *\\([^)]*\\)|\\b(and|or|unless|bool)\\b");

    /** A name that no bracket follows, as it does the name of a function, and what its labels have to be. */
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*+)(?! *\\()(?:\\{([^}]*)})?");

    private static final Pattern MATCHER = Pattern.compile("(\\w+) *(?:=~?|!=|!~) *\"([^\"]*)\"");

    static Watching file(String path) {
        return new Watching(YAMLMapper.shared().readTree(text(Path.of("containers", path))));
    }

    static String readme() {
        return text(Path.of("README.md"));
    }

    Stream<Selector> selectors() {
        return content.findValuesAsString("expr").stream()
                .map(query -> NO_NAMES.matcher(query).replaceAll(" "))
                .flatMap(query -> SELECTOR.matcher(query).results())
                .map(selector -> new Selector(
                        selector.group(1),
                        MATCHER.matcher(selector.group(2) == null ? "" : selector.group(2))
                                .results()
                                .map(matcher -> new Label(
                                        matcher.group(1),
                                        List.of(matcher.group(2).split("\\|"))))
                                .toList()));
    }

    private static String text(Path path) {
        try {
            return Files.readString(HOME.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A metric with some labels. */
    record Selector(String metric, List<Label> labels) {}

    /** A label, and the values of which it has to have one. */
    record Label(String name, List<String> values) {}
}

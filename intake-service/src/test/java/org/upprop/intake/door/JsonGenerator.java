package org.upprop.intake.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON that a schema of an OpenAPI document allows. What the document gives as an example for a field is used for
 * it often, since a schema cannot say which version of a text is the present one.
 */
final class JsonGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LETTERS = "abcdefghij ABCDEÅÄÖéñßøłşğ'-.абвгдежзіқңұӘӨ كتبةشم ไทยภาษา 日本語 ქართ 🙂";
    private static final List<String> LANGUAGES = List.of("sv", "en", "kk", "ar", "pt-BR");

    private final JsonNode document;
    private final RandomGenerator random;

    /** What is by language is by these. */
    private final List<String> languages;

    private final Map<String, List<JsonNode>> examples = new HashMap<>();

    JsonGenerator(JsonNode document, RandomGenerator random) {
        this.document = document;
        this.random = random;
        this.languages = LANGUAGES.subList(0, 1 + random.nextInt(10) / 7);
        examples.put("originalLocale", List.of(JSON.stringNode(languages.getFirst())));
        document.findValues("examples").stream()
                .flatMap(JsonNode::valueStream)
                .map(example -> example.path("value"))
                .forEach(this::learn);
    }

    JsonNode of(JsonNode schema) {
        return of(schema, "");
    }

    private JsonNode of(JsonNode given, String field) {
        JsonNode schema = resolved(given);
        if (schema.has("oneOf") || schema.has("anyOf")) {
            JsonNode choices = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
            return of(one(choices), field);
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (examples.containsKey(field) && random.nextInt(10) < 7) {
            return one(examples.get(field));
        }
        if (schema.has("enum")) {
            return one(schema.path("enum"));
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> JSON.numberNode(number(schema));
            case "number" -> JSON.numberNode(random.nextDouble());
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.stringNode(text(schema));
        };
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").forEachEntry((name, property) -> {
            if (required.contains(name) || random.nextInt(3) == 0) {
                object.set(name, of(property, name));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            for (String language : languages) {
                object.set(language, of(schema.path("additionalProperties"), ""));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        int most = Math.min(3, schema.path("maxItems").asInt(3));
        for (int count = random.nextInt(most + 1); count > 0; count--) {
            array.add(of(schema.path("items"), ""));
        }
        return array;
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        return random.nextInt(3) == 0
                ? least
                : random.nextLong(least, schema.path("maximum").asLong(least + 100) + 1);
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "email", "idn-email" -> "fuzz" + random.nextInt(1_000_000) + "@example.org";
            case "uri", "iri", "uri-reference" -> "https://example.org";
            case "date-time" ->
                Instant.ofEpochSecond(random.nextLong(4_000_000_000L)).toString();
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            default -> schema.has("pattern") ? "a-" + random.nextInt(1_000) : letters(length(schema));
        };
    }

    private int length(JsonNode schema) {
        int least = Math.max(1, schema.path("minLength").asInt(0));
        int most = Math.max(least, schema.path("maxLength").asInt(40));
        return switch (random.nextInt(8)) {
            case 0 -> Math.min(most, 2_000);
            case 1 -> least;
            default -> least + random.nextInt(Math.min(most - least, 30) + 1);
        };
    }

    private String letters(int length) {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder("A");
        for (int index = 1; index < length; index++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return one(type).asString();
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(document.at(schema.path("$ref").asString().substring(1)))
                : schema;
    }

    private JsonNode one(JsonNode array) {
        return array.path(random.nextInt(array.size()));
    }

    private JsonNode one(List<JsonNode> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void learn(JsonNode example) {
        example.forEachEntry((name, value) -> {
            if (value.isObject()) {
                learn(value);
            } else {
                examples.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
            }
        });
    }
}

package org.upprop.intake.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spoils what is valid: one place of some JSON, or its bytes. */
final class Spoiler {

    /** What has brought down something somewhere before. */
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\u0000",
            "\uD800",
            "\uDFFF\uD800",
            "\uFFFE",
            "\u202Eabc",
            "\u200B\u200D\u3164",
            "A\u0301\u0302\u0303\u0304\u0305\u0306",
            "\uDB40\uDC41\uDB40\uDC7F",
            "\uE000",
            "\uFDFA".repeat(60),
            "ﷺ".repeat(120),
            "İ".repeat(120),
            "ẞ".repeat(121),
            "x".repeat(121),
            "x".repeat(5_000),
            "=1+1",
            "@SUM(1)",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "{{7*7}}",
            "%s%n%x",
            "%00",
            "../../etc/passwd",
            "\r\nSet-Cookie: a=b",
            "a@b@c",
            "\"@example.org",
            "a@xn--.example",
            "a@xn--a\uD800.example",
            "a@" + "x".repeat(70) + ".example",
            "a@[127.0.0.1]",
            "a@例え.テスト",
            "http://",
            "http://[::1",
            "https://exa mple.org/%",
            "https://user:word@example.org:99999/",
            "javascript:alert(1)",
            "+46701234567",
            "9999-99-99T99:99:99Z",
            "2022-01-12T00:00:00+99:00",
            "-1000000000-01-01T00:00:00Z",
            "+1000000001-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "i-klingon",
            "x-private",
            "en-u-ca-" + "a".repeat(8),
            "und",
            "null");

    private static final List<String> RAW = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "-0",
            "0.1",
            "1e5",
            "1e400",
            "-1e-400",
            "99999999999999999999",
            "-2147483649",
            "2147483648",
            "9".repeat(1_000),
            "NaN",
            "[[[[[[[[[[[[[[[[[[[[",
            "{\"a\":".repeat(30),
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "\"\\x\"",
            "/**/1",
            "'a'");

    private final RandomGenerator random;

    Spoiler(RandomGenerator random) {
        this.random = random;
    }

    String nasty() {
        return one(NASTY);
    }

    /** The same JSON with one place changed. */
    JsonNode spoiled(JsonNode json) {
        JsonNode copy = json.deepCopy();
        List<JsonNode> containers = new ArrayList<>();
        collect(copy, containers);
        switch (one(containers)) {
            case ObjectNode object -> spoil(object);
            case ArrayNode array -> array.add(other());
            default -> throw new IllegalStateException("Neither object nor array");
        }
        return copy;
    }

    /** Its bytes, with something in them that no generator of JSON would write. */
    byte[] broken(JsonNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> flipped(bytes);
            case 2 -> inserted(bytes, random.nextInt(bytes.length), octets(1 + random.nextInt(4)));
            case 3 -> inserted(bytes, bytes.length, bytes);
            case 4 -> json.toString().getBytes(StandardCharsets.UTF_16);
            case 5 ->
                inserted(bytes, bytes.length, " ".repeat(random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8));
            case 6 -> octets(random.nextInt(200));
            default -> raw(json);
        };
    }

    private void spoil(ObjectNode object) {
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || random.nextInt(6) == 0) {
            object.set(random.nextBoolean() ? "unknown" : nasty(), other());
            return;
        }
        String name = one(names);
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, other());
            default -> object.put(name, nasty());
        }
    }

    private JsonNode other() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> json.nullNode();
            case 1 -> json.numberNode(random.nextInt());
            case 2 -> json.numberNode(random.nextLong());
            case 3 -> json.numberNode(random.nextGaussian() * 1e30);
            case 4 -> json.booleanNode(random.nextBoolean());
            case 5 -> json.objectNode().put("a", 1);
            case 6 -> json.arrayNode().add(nasty()).addNull();
            default -> json.stringNode(nasty());
        };
    }

    /** Puts something raw in the place of a value. */
    private byte[] raw(JsonNode json) {
        String text = json.toString();
        int from = text.indexOf(':', random.nextInt(text.length())) + 1;
        return (text.substring(0, from) + one(RAW) + text.substring(from)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    private static void collect(JsonNode json, List<JsonNode> containers) {
        if (json.isContainer()) {
            containers.add(json);
            json.forEach(child -> collect(child, containers));
        }
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

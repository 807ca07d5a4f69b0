package org.upprop.intake.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One request of the fuzzer. It follows from the document and its own seed alone, so that it can be sent again.
 *
 * @param polite whether it is a request of the operation, so that the answer must be one that is documented for it
 */
record Attempt(ApiOperation operation, Request request, boolean polite) {

    private static final String TOKEN = "Authorization: Bearer a token for the tests";
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW");
    private static final List<String> TYPES = List.of(
            "application/json;charset=utf-8",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/vnd.api+json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            ";;;",
            "*/*");
    private static final List<String> HOSTILE = List.of(
            "Accept: text/html",
            "Accept: ;;;",
            "Accept: application/json;q=2",
            "Accept-Language: " + "x-".repeat(500),
            "Accept-Language: *;q=nonsense,,;",
            "Accept-Encoding: gzip;q=nonsense",
            "Content-Encoding: gzip",
            "Cookie: a=\"b; $Version=1",
            "Expect: 100-continue",
            "Forwarded: for=\"[::1\"",
            "If-Match: nonsense\"",
            "If-None-Match: W/\"1\", *",
            "If-Modified-Since: yesterday",
            "Idempotency-Key: \"\"",
            "Idempotency-Key: " + "k".repeat(300),
            "Origin: null",
            "Origin: https://[",
            "Range: bytes=9-1",
            "Upgrade: h2c",
            "Upprop-Pass: a:b:c",
            "Upprop-Pass: " + "A".repeat(4_000),
            "X-Forwarded-For: 999.999.999.999, ::g",
            "X-Forwarded-Proto: gopher",
            "X-HTTP-Method-Override: DELETE");

    static Attempt of(JsonNode document, List<ApiOperation> operations, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        // What takes a body can be spoilt in more ways.
        boolean withBody = random.nextInt(3) > 0;
        ApiOperation operation = one(
                operations.stream().filter(each -> !withBody || each.hasBody()).toList(), random);
        JsonNode body = operation.hasBody()
                ? new JsonGenerator(document, random).of(operation.body())
                : JsonNodeFactory.instance.objectNode();
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> polite(operation, bytes(body), random);
            case 3, 4, 5, 6 -> polite(operation, bytes(new Spoiler(random).spoiled(body)), random);
            case 7 -> polite(operation, new Spoiler(random).broken(body), random);
            default -> hostile(operation, body, random);
        };
    }

    private static Attempt polite(ApiOperation operation, byte[] body, SplittableRandom random) {
        List<String> headers = new ArrayList<>();
        if (operation.needsToken() && random.nextInt(10) > 0) {
            headers.add(TOKEN);
        }
        operation.headers().stream()
                .filter(name -> random.nextInt(5) == 0)
                .forEach(name -> headers.add(name + ": " + value(random)));
        Request request =
                Request.of(operation.method(), path(operation, random)).with(headers.toArray(String[]::new));
        return new Attempt(
                operation, operation.hasBody() ? request.with(Request.JSON).body(body) : request, true);
    }

    private static Attempt hostile(ApiOperation operation, JsonNode json, SplittableRandom random) {
        Spoiler spoiler = new Spoiler(random);
        String method = random.nextBoolean() ? operation.method() : one(METHODS, random);
        String path = path(operation, random);
        if (random.nextInt(3) == 0) {
            int at = random.nextInt(path.length() + 1);
            path = path.substring(0, at)
                    + one(List.of("/", "//", ";a=b", "%2f", "%", "..", "?", "?lang=%ff", "%00", "\u00e9", " "), random)
                    + path.substring(at);
        }
        Request request = Request.of(method, path).with(one(HOSTILE, random), one(HOSTILE, random));
        if (random.nextBoolean()) {
            request = request.with(TOKEN);
        }
        request = request.with("Content-Type: " + (random.nextBoolean() ? "application/json" : one(TYPES, random)));
        byte[] body = random.nextBoolean() ? bytes(json) : spoiler.broken(json);
        return new Attempt(operation, request.body(body), false);
    }

    private static String path(ApiOperation operation, SplittableRandom random) {
        String slug = switch (random.nextInt(12)) {
            case 0 -> "fuzzed-anew";
            case 1 -> "No_Slug";
            case 2 -> "a".repeat(random.nextInt(300) + 1);
            default -> operation.needsToken() ? "{slug}-" + random.nextInt(3) : "{slug}";
        };
        String version = switch (random.nextInt(4)) {
            case 0 -> String.valueOf(random.nextInt());
            case 1 -> "1e3";
            case 2 -> "99999999999999";
            default -> "1";
        };
        return operation.path().replace("{slug}", slug).replace("{version}", version);
    }

    private static String value(SplittableRandom random) {
        return one(
                List.of(
                        "*",
                        "\"1\"",
                        "W/\"7\"",
                        "sv, kk;q=0.5",
                        "en",
                        "a-key-" + random.nextInt(1_000),
                        "\"\"",
                        ",",
                        "a\"b"),
                random);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T one(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}

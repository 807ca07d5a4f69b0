package org.upprop.intake.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Requests for the pages, which no document describes.
 *
 * @param paths those that the service answers, with their variables
 * @param fields the names that the form of an appeal has
 */
record PageAttempts(List<String> paths, List<String> fields) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final List<String> PLAUSIBLE = List.of(
            "individual", "organisation", "Ada Lovelace", "ada@example.org", "sv", "kk", "1", "SE", "on", "gryning");

    Request of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Spoiler spoiler = new Spoiler(random);
        String slug = random.nextInt(8) == 0 ? "fuzzed-anew" : Request.SLUG;
        String path = VARIABLE.matcher(one(paths, random)).replaceAll(variable -> switch (variable.group()) {
            case Request.SLUG -> Matcher.quoteReplacement(slug);
            default -> random.nextBoolean() ? "sv" : encoded(value(spoiler, random));
        });
        String query = random.nextBoolean()
                ? ""
                : "?lang=" + encoded(value(spoiler, random)) + "&source=" + encoded(value(spoiler, random));
        Request request = Request.of(random.nextInt(3) == 0 ? "POST" : "GET", path + query)
                .with("Accept: " + one(List.of("text/html", "text/html", "*/*", ";;;", "image/png"), random))
                .with("Accept-Language: " + one(List.of("kk", "ar,en;q=0.5", "*;;", "x".repeat(200)), random));
        return request.line().startsWith("POST")
                ? request.with("Content-Type: application/x-www-form-urlencoded")
                        .body(form(spoiler, random).getBytes(StandardCharsets.US_ASCII))
                : request;
    }

    private String form(Spoiler spoiler, SplittableRandom random) {
        return fields.stream()
                .filter(field -> random.nextInt(4) > 0)
                .map(field -> encoded(field) + "=" + encoded(value(spoiler, random)))
                .collect(Collectors.joining("&"));
    }

    private static String value(Spoiler spoiler, SplittableRandom random) {
        return random.nextInt(3) == 0 ? spoiler.nasty() : one(PLAUSIBLE, random);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> T one(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}

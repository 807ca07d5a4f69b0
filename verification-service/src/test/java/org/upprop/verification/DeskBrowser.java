package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: it keeps the cookie, and sends forms as the last page gave them. */
class DeskBrowser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern PROOF = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final int port;

    @Nullable
    String cookie;

    private String proof = "";
    private @Nullable String location;

    DeskBrowser(int port) {
        this.port = port;
    }

    /** Takes a reviewer's token to the page that asks for it. */
    void signIn(String token) {
        assertThat(post("/reviews/sign-in", Map.of("token", token)).statusCode())
                .isEqualTo(303);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return postAs(path, fields, Map.of(), proof);
    }

    HttpResponse<String> json(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** As a program of the reviewer who has a token. */
    HttpResponse<String> api(String token, String method, String path, @Nullable String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Without what the last page gave for its forms. */
    HttpResponse<String> postAs(String path, Map<String, String> fields, Map<String, String> headers) {
        return postAs(path, fields, headers, null);
    }

    /** Where the last answer led. */
    String location() {
        assertThat(location).isNotNull();
        return location;
    }

    private HttpResponse<String> postAs(
            String path, Map<String, String> fields, Map<String, String> headers, @Nullable String form) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", form == null ? "" : "&form=" + form));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> response =
                HTTP.sendAsync(request.build(), BodyHandlers.ofString()).join();
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        location = response.headers().firstValue("Location").orElse(null);
        Matcher found = PROOF.matcher(response.body());
        if (found.find()) {
            proof = found.group(1);
        }
        return response;
    }
}

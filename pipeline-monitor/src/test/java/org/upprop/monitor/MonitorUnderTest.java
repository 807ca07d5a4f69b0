package org.upprop.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** A monitor, as programs and browsers ask it. */
public final class MonitorUnderTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public MonitorUnderTest(int port) {
        this.port = port;
    }

    public HttpResponse<String> api(String method, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** @param cookie of who is signed in; nobody is, where it is empty */
    public HttpResponse<String> page(String method, String path, String cookie, String form)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .method(method, BodyPublishers.ofString(form))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "en")
                        .header("Cookie", cookie.isEmpty() ? "none=none" : cookie)
                        .build(),
                BodyHandlers.ofString());
    }

    /** Signs somebody in. */
    public String cookie(String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = page("POST", "/sign-in", "", "token=" + token.replace(' ', '+'));
        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(token);
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }
}

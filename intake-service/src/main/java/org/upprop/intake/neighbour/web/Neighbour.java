package org.upprop.intake.neighbour.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriBuilder;

/** Another service. It is asked with little patience, and past the caches, whose age would come on top of ours. */
public final class Neighbour {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final RestClient http;

    /** @param url where it is, without a path */
    public Neighbour(URI url) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build());
        requests.setReadTimeout(ANSWERS_WITHIN);
        this.http = RestClient.builder()
                .baseUrl(url)
                .requestFactory(requests)
                .defaultHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /**
     * Its answer; nothing where there is none, or none that makes sense.
     *
     * @param refused stands for the answer where it says that there is nothing to be had
     */
    public <T> Optional<T> ask(Function<UriBuilder, URI> address, Class<T> answer, T refused) {
        try {
            return Optional.ofNullable(http.get().uri(address).retrieve().body(answer));
        } catch (HttpClientErrorException nothing) {
            return Optional.of(refused);
        } catch (RestClientException away) {
            return Optional.empty();
        }
    }
}

package org.upprop.monitor.verification;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks verification on its management port, where any of its instances tells of all. An answer may take some seconds, so
 * whoever asks on a schedule does that at a fixed rate, where each run has a thread of its own.
 */
@Component
public class VerificationClient {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RestClient verification;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    VerificationClient(VerificationProperties properties) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        verification = RestClient.builder()
                .baseUrl(properties.managementUrl())
                .requestFactory(requests)
                .build();
    }

    /** What stands at a path, if it answers. */
    public <T> Optional<T> ask(String path, Class<T> type) {
        try {
            Optional<T> answer =
                    Optional.ofNullable(verification.get().uri(path).retrieve().body(type));
            unanswered.remove(path);
            return answer;
        } catch (RestClientException away) {
            if (unanswered.add(path)) {
                LOG.warn("Verification does not tell {}: {}", path, away.getMessage());
            }
            return Optional.empty();
        }
    }
}

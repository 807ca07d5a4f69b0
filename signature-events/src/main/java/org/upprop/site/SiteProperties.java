package org.upprop.site;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the public finds the services.
 *
 * @param url the one origin of all of them, where a proxy stands before them
 * @param urlIntake the origin of intake-service where none does; {@code http://localhost:8081}
 * @param urlVerification the origin of verification-service where none does; {@code http://localhost:8082}
 * @param urlPublication the origin of publication-service where none does; {@code http://localhost:8083}
 */
@ConfigurationProperties("upprop.public")
record SiteProperties(
        @Nullable URI url,
        @DefaultValue("http://localhost:8081") URI urlIntake,
        @DefaultValue("http://localhost:8082") URI urlVerification,
        @DefaultValue("http://localhost:8083") URI urlPublication) {

    PublicUrls urls() {
        return new PublicUrls(or(urlIntake), or(urlVerification), or(urlPublication));
    }

    private URI or(URI own) {
        return Objects.requireNonNullElse(url, own);
    }
}

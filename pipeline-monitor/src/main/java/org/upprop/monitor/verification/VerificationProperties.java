package org.upprop.monitor.verification;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where verification is.
 *
 * @param managementUrl where its management port is reached from inside; {@code http://localhost:8082}
 */
@ConfigurationProperties("upprop.verification")
record VerificationProperties(
        @DefaultValue("http://localhost:8082") URI managementUrl) {}
